using System.Collections.Concurrent;

namespace Claviger.Policy;

/// <summary>
/// The name of a condition key, one object for each name without regard to case, so that keys compare by reference.
/// </summary>
/// <remarks>
/// Names come from policies, which strangers write, so an unused name must not stay: the table holds keys weakly and a key lives as long as
/// a policy, a context or a static field holds it. Reading takes no lock.
/// </remarks>
public sealed class ContextKey
{
    private const int FirstSweep = 4096;
    private static readonly ConcurrentDictionary<string, WeakReference<ContextKey>> Table = new(StringComparer.OrdinalIgnoreCase);
    private static readonly ConcurrentDictionary<string, WeakReference<ContextKey>>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Table.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly Lock Sweeping = new();
    private static int _lastId;
    private static int _sweepAt = FirstSweep;

    private ContextKey(string name)
    {
        Name = name;
        Id = Interlocked.Increment(ref _lastId);
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0)
        {
            Family = Of(name.AsSpan(0, slash));
            Member = name[(slash + 1)..];
        }
    }

    /// <summary>The name, in the spelling that this process met first.</summary>
    public string Name { get; }

    /// <summary>A number of its own in this process, small for keys met early; never used again for another key.</summary>
    public int Id { get; }

    /// <summary>For <c>aws:ResourceTag/Team</c> the key <c>aws:ResourceTag</c>; null for a name without a slash.</summary>
    public ContextKey? Family { get; }

    /// <summary>For <c>aws:ResourceTag/Team</c> the text <c>Team</c>, to be compared without regard to case; null for a name without a slash.</summary>
    public string? Member { get; }

    /// <summary>The key of that name. Case makes no difference, in a tag's key after the slash neither.</summary>
    public static ContextKey Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Of(name.AsSpan());
    }

    /// <inheritdoc cref="Of(string)"/>
    public static ContextKey Of(ReadOnlySpan<char> name)
    {
        while (true)
        {
            if (!BySpan.TryGetValue(name, out var held))
            {
                var text = name.ToString();
                var made = new ContextKey(text);
                if (Table.TryAdd(text, new WeakReference<ContextKey>(made)))
                {
                    SweepWhenGrown();
                    return made;
                }
            }
            else if (held.TryGetTarget(out var key))
            {
                return key;
            }
            else
            {
                // The dead entry goes as exactly that entry: a living one put there meanwhile stays.
                Table.TryRemove(new KeyValuePair<string, WeakReference<ContextKey>>(name.ToString(), held));
            }
        }
    }

    /// <summary>How many names the table holds, dead ones that were not swept yet included.</summary>
    internal static int TableSize => Table.Count;

    /// <summary>The key's own number: one that needs no object header, since contexts look keys up on every decision.</summary>
    public override int GetHashCode() => Id;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static void SweepWhenGrown()
    {
        // Ids grow with every key made, so they tell when to look without counting the table, which would lock it.
        if (Volatile.Read(ref _lastId) < Volatile.Read(ref _sweepAt) || !Sweeping.TryEnter())
        {
            return;
        }

        try
        {
            foreach (var entry in Table)
            {
                if (!entry.Value.TryGetTarget(out _))
                {
                    Table.TryRemove(entry);
                }
            }

            // INVARIANT: the next sweep comes after as many new keys as are alive, so that sweeping costs a constant for each key made.
            Volatile.Write(ref _sweepAt, unchecked(Volatile.Read(ref _lastId) + Math.Max(FirstSweep, Table.Count)));
        }
        finally
        {
            Sweeping.Exit();
        }
    }
}
