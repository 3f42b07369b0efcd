namespace Claviger.Pipeline;

/// <summary>Access key ids that were looked for in vain a moment ago, so that guessing costs the store little. Forgotten when any key changes.</summary>
internal sealed class UnknownKeys(Stamps stamps, TimeProvider time)
{
    private const int Slots = 1024;
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(5);
    private readonly Entry?[] slots = new Entry?[Slots];

    /// <summary>Whether an id was looked for in vain, and can't have come to be since.</summary>
    public bool Contains(string accessKeyId) =>
        Volatile.Read(ref slots[SlotOf(accessKeyId)]) is { } entry
        && entry.Id == accessKeyId
        && entry.KeyChanges == stamps.KeyChanges
        && time.GetElapsedTime(entry.At) < Memory;

    /// <summary>Notes an id.</summary>
    /// <param name="accessKeyId">The id.</param>
    /// <param name="keyChanges">The number of changes before it was looked for.</param>
    public void Add(string accessKeyId, int keyChanges) =>
        Volatile.Write(ref slots[SlotOf(accessKeyId)], new Entry(accessKeyId, keyChanges, time.GetTimestamp()));

    private static int SlotOf(string accessKeyId) => (int)((uint)accessKeyId.GetHashCode(StringComparison.Ordinal) % Slots);

    private sealed record Entry(string Id, int KeyChanges, long At);
}
