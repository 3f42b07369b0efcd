namespace Claviger.Store;

/// <summary>A page of a listing.</summary>
/// <param name="Entries">Items and common prefixes, in the order of keys.</param>
/// <param name="IsTruncated">Whether more follow.</param>
public sealed record KeyPage<T>(IReadOnlyList<KeyEntry<T>> Entries, bool IsTruncated)
    where T : class
{
    /// <summary>The items alone.</summary>
    public IEnumerable<T> Items => Entries.Where(static entry => entry.Item is not null).Select(static entry => entry.Item!);

    /// <summary>The common prefixes alone.</summary>
    public IEnumerable<string> CommonPrefixes => Entries.Where(static entry => entry.CommonPrefix is not null).Select(static entry => entry.CommonPrefix!);
}
