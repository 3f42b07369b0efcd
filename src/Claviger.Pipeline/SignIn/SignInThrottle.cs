using System.Net;

namespace Claviger.Pipeline;

/// <summary>How long who fails to sign in must wait, by name, by account and by address: twice as long after each further failure.</summary>
/// <remarks>
/// In memory, a node for itself. An attempt counts as failed until it has succeeded, so that many at once gain nothing. A name's wait is
/// short: who fails on purpose must not keep its owner out.
/// </remarks>
internal sealed class SignInThrottle(TimeProvider time)
{
    private const int Capacity = 50_000;

    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(15);
    private static readonly Limit OfName = new(Free: 5, Longest: TimeSpan.FromSeconds(60));
    private static readonly Limit OfAccount = new(Free: 100, Longest: TimeSpan.FromSeconds(10));
    private static readonly Limit OfAddress = new(Free: 30, Longest: TimeSpan.FromMinutes(15));

    private readonly Lock gate = new();
    private readonly Dictionary<string, Count> counts = new(StringComparer.Ordinal);

    /// <summary>Counts an attempt.</summary>
    /// <returns>How long it must wait; zero if it may be looked at now.</returns>
    public TimeSpan Admit(SignInAttempt attempt, IPAddress? address)
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            var wait = Keys(attempt, address).Select(key => WaitOf(key.Text, now)).Max();
            if (wait > TimeSpan.Zero)
            {
                return wait;
            }

            foreach (var (key, limit) in Keys(attempt, address))
            {
                Add(key, limit, now);
            }

            return TimeSpan.Zero;
        }
    }

    /// <summary>Takes back what a successful attempt was counted for.</summary>
    public void Forgive(SignInAttempt attempt, IPAddress? address)
    {
        lock (gate)
        {
            counts.Remove(NameKeyOf(attempt));
            foreach (var (key, _) in Keys(attempt, address))
            {
                if (counts.TryGetValue(key, out var count))
                {
                    counts[key] = count with { Failures = count.Failures - 1, Until = DateTimeOffset.MinValue };
                }
            }
        }
    }

    private static IEnumerable<(string Text, Limit Limit)> Keys(SignInAttempt attempt, IPAddress? address) =>
    [
        (NameKeyOf(attempt), OfName),
        ($"account {attempt.Account?.ToLowerInvariant()}", OfAccount),
        ($"address {address}", OfAddress),
    ];

    private static string NameKeyOf(SignInAttempt attempt) => $"name {attempt.Account?.ToLowerInvariant()}/{attempt.Name.ToLowerInvariant()}";

    private TimeSpan WaitOf(string key, DateTimeOffset now) => counts.TryGetValue(key, out var count) ? count.Until - now : TimeSpan.Zero;

    private void Add(string key, Limit limit, DateTimeOffset now)
    {
        var failures = counts.TryGetValue(key, out var count) && now < count.Last + Memory ? count.Failures + 1 : 1;
        if (count is null && counts.Count >= Capacity)
        {
            MakeRoom(now);
        }

        counts[key] = new Count(failures, now, now + limit.WaitAfter(failures));
    }

    private void MakeRoom(DateTimeOffset now)
    {
        var order = counts.OrderBy(pair => pair.Value.Last).ToList();
        var stale = order.TakeWhile(pair => pair.Value.Last + Memory <= now).Count();
        foreach (var (key, _) in order.Take(Math.Max(stale, Capacity / 10)))
        {
            counts.Remove(key);
        }
    }

    private sealed record Count(int Failures, DateTimeOffset Last, DateTimeOffset Until);

    private sealed record Limit(int Free, TimeSpan Longest)
    {
        public TimeSpan WaitAfter(int failures) => failures < Free
            ? TimeSpan.Zero
            : TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(failures - Free, 30)), Longest.TotalSeconds));
    }
}
