using System.Collections.Concurrent;

namespace Claviger.Console;

/// <summary>The pages that each session has been on, newest first.</summary>
/// <remarks>In memory, a node for itself: a comfort that nobody misses who is served by another one. Bounded in pages a session and in sessions.</remarks>
internal sealed class RecentPages
{
    private const int MostPages = 8;
    private const int MostSessions = 10_000;

    private readonly ConcurrentDictionary<string, IReadOnlyList<SearchHit>> _seen = new(StringComparer.Ordinal);

    /// <summary>The pages that a session has been on.</summary>
    public IReadOnlyList<SearchHit> Of(string session) => _seen.GetValueOrDefault(session, []);

    /// <summary>Notes that a session is on a page.</summary>
    /// <param name="session">The session.</param>
    /// <param name="page">The page; one of the same kind and name stands in for another tab of it.</param>
    public void Add(string session, SearchHit page)
    {
        if (_seen.Count >= MostSessions && !_seen.ContainsKey(session) && _seen.Keys.FirstOrDefault() is { } other)
        {
            _seen.TryRemove(other, out _);
        }

        _seen.AddOrUpdate(session, [page], (_, pages) => [page, .. Others(pages, page).Take(MostPages - 1)]);
    }

    /// <summary>Forgets a page that is of nothing any more.</summary>
    public void Remove(string session, SearchHit page)
    {
        if (_seen.TryGetValue(session, out var pages))
        {
            _seen.TryUpdate(session, [.. Others(pages, page)], pages);
        }
    }

    private static IEnumerable<SearchHit> Others(IEnumerable<SearchHit> pages, SearchHit page) => pages.Where(old => old.Kind != page.Kind || old.Name != page.Name);
}
