using System.Collections.Concurrent;

namespace Claviger.Pipeline;

/// <summary>Decides which failures of nobody in particular are recorded: the first few of each kind in a minute. The others are counted.</summary>
internal sealed class UnauthenticatedSample(TimeProvider time)
{
    private const int PerMinute = 10;

    private readonly ConcurrentDictionary<string, Count> _counts = new(StringComparer.Ordinal);

    /// <summary>Whether a failure with this code is recorded. Codes are ours, so there are few.</summary>
    /// <param name="code">The error's code.</param>
    /// <param name="passedOver">If it is: how many before it, since the last that was recorded, were not.</param>
    public bool Admits(string code, out long passedOver) =>
        _counts.GetOrAdd(code, static _ => new Count()).Admits(time.GetUtcNow().ToUnixTimeSeconds() / 60, out passedOver);

    private sealed class Count
    {
        private readonly Lock _gate = new();
        private long _minute;
        private int _seen;
        private long _passedOver;

        public bool Admits(long now, out long passedOver)
        {
            lock (_gate)
            {
                if (now != _minute)
                {
                    (_minute, _seen) = (now, 0);
                }

                if (++_seen > PerMinute)
                {
                    _passedOver++;
                    passedOver = 0;
                    return false;
                }

                (passedOver, _passedOver) = (_passedOver, 0);
                return true;
            }
        }
    }
}
