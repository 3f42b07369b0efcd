using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>Where passwords are compared with their hashes: a few at a time, so that many sign-ins leave processors for everything else.</summary>
internal sealed class PasswordCheck : IDisposable
{
    private const int LongestQueue = 64;

    private readonly SemaphoreSlim places = new(Math.Max(1, Environment.ProcessorCount / 2));
    private int waiting;

    /// <summary>Compares a password. Takes as long for a hash that is not there.</summary>
    /// <param name="password">The password.</param>
    /// <param name="hash">The hash's text; null if there is none.</param>
    /// <returns>Whether it matches; null if too many others wait, and nothing was compared.</returns>
    public async Task<bool?> MatchesAsync(string password, string? hash)
    {
        if (Interlocked.Increment(ref waiting) > LongestQueue)
        {
            Interlocked.Decrement(ref waiting);
            return null;
        }

        try
        {
            await places.WaitAsync();
            try
            {
                var expected = hash is null ? PasswordHash.OfNobody : PasswordHash.Parse(hash);
                return await Task.Run(() => expected.Matches(password)) && hash is not null;
            }
            finally
            {
                places.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    public void Dispose() => places.Dispose();
}
