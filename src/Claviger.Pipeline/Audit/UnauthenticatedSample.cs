using System.Collections.Concurrent;

namespace Claviger.Pipeline;

/// <summary>Decides which failures of nobody in particular are recorded: the first few of each kind in a minute.</summary>
internal sealed class UnauthenticatedSample(TimeProvider time)
{
    private const int PerMinute = 10;

    private readonly ConcurrentDictionary<string, Count> _counts = new(StringComparer.Ordinal);

    /// <summary>Whether a failure with this code is recorded. Codes are ours, so there are few.</summary>
    public bool Admits(string code) => _counts.GetOrAdd(code, static _ => new Count()).Admits(time.GetUtcNow().ToUnixTimeSeconds() / 60);

    private sealed class Count
    {
        private readonly Lock _gate = new();
        private long _minute;
        private int _seen;

        public bool Admits(long now)
        {
            lock (_gate)
            {
                if (now != _minute)
                {
                    (_minute, _seen) = (now, 0);
                }

                return ++_seen <= PerMinute;
            }
        }
    }
}
