using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>Where passwords are hashed, a tenth of a second of a processor each: on threads of its own, behind everything else that the process does.</summary>
/// <remarks>
/// On the pool's threads a few hashes at once would hold up every request. Those who sign in, strangers among them, have other threads than
/// those who set passwords, so that no flood of the former keeps out the latter.
/// </remarks>
public sealed partial class PasswordWork : IDisposable
{
    private const int LongestQueue = 64;
    private const int ThisThread = 0;
    private const int ByThread = 0;
    private const int Niceness = 5;

    private readonly BlockingCollection<Action> queue = new(LongestQueue);
    private long done;

    /// <summary>Starts the threads.</summary>
    public PasswordWork()
    {
        for (var i = 0; i < Math.Max(1, Environment.ProcessorCount / 4); i++)
        {
            new Thread(Run) { IsBackground = true, Name = "passwords" }.Start();
        }
    }

    /// <summary>How many passwords were hashed.</summary>
    internal long Done => Interlocked.Read(ref done);

    /// <summary>Does something with passwords.</summary>
    /// <param name="work">Takes a tenth of a second.</param>
    /// <returns>What it came to; null if too many others wait, and nothing was done.</returns>
    public Task<T>? TryRun<T>(Func<T> work)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        return queue.TryAdd(() => Complete(result, work)) ? result.Task : null;
    }

    /// <summary>Compares a password with its hash. Takes as long for a hash that is not there.</summary>
    /// <param name="password">The password.</param>
    /// <param name="hash">The hash's text; null if there is none.</param>
    /// <returns>Whether it matches; null if too many others wait, and nothing was compared.</returns>
    internal async Task<bool?> MatchesAsync(string password, string? hash)
    {
        var expected = hash is null ? PasswordHash.OfNobody : PasswordHash.Parse(hash);
        return TryRun(() => expected.Matches(password)) is { } matching ? await matching && hash is not null : null;
    }

    /// <inheritdoc/>
    public void Dispose() => queue.CompleteAdding();

    private void Complete<T>(TaskCompletionSource<T> result, Func<T> work)
    {
        try
        {
            var value = work();
            Interlocked.Increment(ref done);
            result.SetResult(value);
        }
#pragma warning disable CA1031 // whatever it is, who waits has it
        catch (Exception error)
#pragma warning restore CA1031
        {
            result.SetException(error);
        }
    }

    private void Run()
    {
        // Elsewhere the call would be about the whole process.
        if (OperatingSystem.IsLinux())
        {
            _ = SetPriority(ByThread, ThisThread, Niceness);
        }

        foreach (var work in queue.GetConsumingEnumerable())
        {
            work();
        }

        queue.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, int who, int priority);
}
