using Claviger.Aws;
using Microsoft.AspNetCore.Http;

namespace Claviger.Console;

/// <summary>Reads lists for pages that search, sort and turn leaves at the server: <c>q</c>, <c>sort</c>, <c>page</c>, <c>marker</c>.</summary>
/// <remarks>
/// A list of up to a thousand items is read whole, so that it sorts by any column. A longer one is walked in AWS's order and by its markers,
/// so that its last page costs no more than its first; there, a page shows all that one stretch of the walk has found.
/// </remarks>
internal static class ListReader
{
    private const int WholeLimit = 1000;
    private const int Stretch = 250;
    private const int PageLength = 50;

    /// <summary>Reads the page that a request asks for.</summary>
    /// <param name="http">The request.</param>
    /// <param name="read">Reads up to a number of items from a marker on.</param>
    /// <param name="matches">Whether an item is one that is searched for.</param>
    /// <param name="sorts">What columns sort by.</param>
    public static async Task<ListPage<T>> ReadAsync<T>(
        HttpContext http,
        Func<string?, int, ValueTask<(IReadOnlyList<T> Items, string? Marker)>> read,
        Func<T, string, bool> matches,
        IReadOnlyDictionary<string, Func<T, IComparable?>> sorts)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(read);
        var query = http.Request.Query["q"].ToString().Trim();
        bool IsFound(T item) => query.Length == 0 || matches(item, query);
        try
        {
            if (http.Request.Query["marker"].ToString() is { Length: > 0 } marker)
            {
                return await WalkAsync(http, read, IsFound, marker);
            }

            var (items, more) = await read(null, WholeLimit);
            return more is null ? Whole(http, [.. items.Where(IsFound)], sorts) : await WalkAsync(http, read, IsFound, null);
        }
        catch (AwsError error)
        {
            return new ListPage<T>([]) { Error = error };
        }
    }

    private static async Task<ListPage<T>> WalkAsync<T>(
        HttpContext http, Func<string?, int, ValueTask<(IReadOnlyList<T> Items, string? Marker)>> read, Func<T, bool> isFound, string? marker)
    {
        var found = new List<T>();
        var length = http.Request.Query["q"].Count == 0 ? PageLength : Stretch;
        do
        {
            (var items, marker) = await read(marker, length);
            found.AddRange(items.Where(isFound));
        }
        while (marker is not null && found.Count < PageLength);
        return new ListPage<T>(found)
        {
            Next = marker is null ? null : PageAddress.With(http, ("marker", marker), ("page", null)),
            Previous = http.Request.Query["marker"].Count == 0 ? null : PageAddress.With(http, ("marker", null), ("page", null)),
        };
    }

    private static ListPage<T> Whole<T>(HttpContext http, List<T> found, IReadOnlyDictionary<string, Func<T, IComparable?>> sorts)
    {
        var sort = http.Request.Query["sort"].ToString();
        if (sorts.TryGetValue(sort.TrimStart('-'), out var key))
        {
            var sorted = sort.StartsWith('-') ? found.OrderByDescending(key) : found.OrderBy(key);
            found = [.. sorted];
        }

        var last = Math.Max(1, (found.Count + PageLength - 1) / PageLength);
        var page = int.TryParse(http.Request.Query["page"], out var asked) ? Math.Clamp(asked, 1, last) : 1;
        return new ListPage<T>([.. found.Skip((page - 1) * PageLength).Take(PageLength)])
        {
            IsWhole = true,
            Count = PageAddress.Text(found.Count),
            Next = page < last ? PageAddress.With(http, ("page", PageAddress.Text(page + 1))) : null,
            Previous = page > 1 ? PageAddress.With(http, ("page", PageAddress.Text(page - 1))) : null,
        };
    }
}
