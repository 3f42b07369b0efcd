using System.Collections.Concurrent;

namespace Claviger.Console;

/// <summary>Which files that are given out once have been.</summary>
/// <remarks>In memory, a node for itself, for as long as a file's seal would still open.</remarks>
internal sealed class OneTimeFiles(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> given = new(StringComparer.Ordinal);

    /// <summary>How long a file may wait for its download.</summary>
    public static TimeSpan Life { get; } = TimeSpan.FromMinutes(30);

    /// <summary>Marks a file as given out.</summary>
    /// <returns>Whether this is the first time.</returns>
    public bool TryGive(string id)
    {
        var now = time.GetUtcNow();
        foreach (var (old, at) in given)
        {
            if (at + Life < now)
            {
                given.TryRemove(old, out _);
            }
        }

        return given.TryAdd(id, now);
    }
}
