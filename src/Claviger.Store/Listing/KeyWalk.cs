namespace Claviger.Store;

/// <summary>Walks through rows in the order of their keys. What is rolled up is not read but jumped over, so that a page costs what it shows.</summary>
/// <param name="range">Which keys.</param>
/// <param name="keyOf">A row's key.</param>
/// <param name="scan">Reads up to a number of rows of the range from a position on, until no more are wanted.</param>
internal sealed class KeyWalk<T>(KeyRange range, Func<T, string> keyOf, Action<KeyPosition<T>, int, Func<T, bool>> scan)
    where T : class
{
    // After a jump the next row is often rolled up as well: not many are asked for at once.
    private const int AfterJump = 8;

    public KeyPage<T> Run(KeyPosition<T> position)
    {
        var entries = new List<KeyEntry<T>>();
        var isTruncated = false;
        var rows = range.Limit + 1;
        while (true)
        {
            var (read, group, last) = (0, default(string), default(T));
            scan(position, rows, row =>
            {
                read++;
                last = row;
                if (entries.Count == range.Limit)
                {
                    isTruncated = true;
                    return false;
                }

                group = range.GroupOf(keyOf(row));
                entries.Add(group is null ? new(row, null) : new(null, group));
                return group is null;
            });

            if (isTruncated || (group is null && read < rows))
            {
                return new(entries, isTruncated);
            }

            position = group is null ? new(null, last) : new(KeyRange.Successor(group), null);
            rows = group is null ? Math.Min(rows * 2, range.Limit + 1) : Math.Min(AfterJump, range.Limit + 1);
        }
    }
}
