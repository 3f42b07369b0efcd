using System.Net;
using System.Net.Sockets;

namespace Claviger.Pipeline;

/// <summary>How long who fails to sign in must wait, by name, by account and by address: twice as long after each further failure.</summary>
/// <remarks>
/// In memory, a node for itself. An attempt counts as failed until it has succeeded, so that many at once gain nothing. Who fails on purpose
/// must not keep a name's owner out, nor everybody else in the account: an address from which the name has signed in is counted by itself.
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
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <summary>Counts an attempt.</summary>
    /// <returns>How long it must wait; zero if it may be looked at now.</returns>
    public TimeSpan Admit(SignInAttempt attempt, IPAddress? address)
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            var keys = Keys(attempt, address);
            var wait = keys.Max(key => WaitOf(key.Text, now));
            if (wait > TimeSpan.Zero)
            {
                return wait;
            }

            foreach (var (key, limit) in keys)
            {
                Add(key, limit, now);
            }

            return TimeSpan.Zero;
        }
    }

    /// <summary>Has the waits of an attempt that has failed begin now, when whoever made it hears of it.</summary>
    public void Fail(SignInAttempt attempt, IPAddress? address)
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            foreach (var (key, limit) in Keys(attempt, address))
            {
                if (counts.TryGetValue(key, out var count))
                {
                    counts[key] = count with { Until = now + limit.WaitAfter(count.Failures) };
                }
            }
        }
    }

    /// <summary>Takes back what a successful attempt was counted for.</summary>
    public void Forgive(SignInAttempt attempt, IPAddress? address)
    {
        lock (gate)
        {
            var keys = Keys(attempt, address);
            counts.Remove(keys[0].Text);
            foreach (var (key, _) in keys[1..])
            {
                if (counts.TryGetValue(key, out var count))
                {
                    counts[key] = count with { Failures = count.Failures - 1, Until = DateTimeOffset.MinValue };
                }
            }

            if (known.Count >= Capacity)
            {
                known.Clear();
            }

            known.Add(HomeOf(attempt, address));
        }
    }

    private static string NameOf(SignInAttempt attempt) => $"name {attempt.Account?.ToLowerInvariant()}/{attempt.Name.ToLowerInvariant()}";

    private static string HomeOf(SignInAttempt attempt, IPAddress? address) => $"{NameOf(attempt)} at {NetworkOf(address)}";

    // Whoever has one address of IPv6 has all of its /64.
    private static string NetworkOf(IPAddress? address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6 } ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : $"{address}";

    private (string Text, Limit Limit)[] Keys(SignInAttempt attempt, IPAddress? address)
    {
        var network = ($"address {NetworkOf(address)}", OfAddress);
        var home = HomeOf(attempt, address);
        return known.Contains(home)
            ? [(home, OfName), network]
            : [(NameOf(attempt), OfName), ($"account {attempt.Account?.ToLowerInvariant()}", OfAccount), network];
    }

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
