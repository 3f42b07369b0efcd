using System.Text;
using static Claviger.Store.Conformance.BucketSamples;

namespace Claviger.Store.Conformance;

/// <summary>Listings show what a plain reading of the rule shows, page by page, in the order of bytes.</summary>
public abstract class ListingConformance(StoreUnderTest place) : StoreConformance(place)
{
    // U+10000 and above sort after U+FFFD by bytes, but before it by UTF-16.
    private static readonly string[] Keys =
    [
        "a", "a/", "a/1", "a/2/x", "a/2/y", "a0", "b/1", "b/2", "b//3", "ba", "c//", "c/d/e/f", "é/1", "é/2", "\uFFFD", "\U00010000/x", "\U0001F511", "z/", "Z",
    ];

    [Theory]
    [InlineData("", null)]
    [InlineData("", "/")]
    [InlineData("a", "/")]
    [InlineData("a/", "/")]
    [InlineData("a/2", "/")]
    [InlineData("b", "/")]
    [InlineData("b/", "/")]
    [InlineData("c", "//")]
    [InlineData("", "é")]
    [InlineData("\U00010000", "/")]
    [InlineData("none", "/")]
    public async Task Pages_of_any_size_show_the_same_as_the_rule(string prefix, string? delimiter)
    {
        var (store, bucket) = await FilledAsync();
        var expected = ByRule(prefix, delimiter).ToArray();
        foreach (var size in (int[])[1, 2, 3, 1000])
        {
            var range = new KeyRange { Prefix = prefix, Delimiter = delimiter, Limit = size };
            Assert.Equal(expected, await PagesAsync(range, it => store.ReadAsync(tx => ObjectListings.Current(tx, bucket.Id, it)), static it => it.Key));
            Assert.Equal(expected, await PagesAsync(range, it => store.ReadAsync(tx => Uploads.List(tx, bucket.Id, it, null)), static it => it.Key));
        }
    }

    [Fact]
    public async Task A_marker_within_what_is_rolled_up_passes_it_over()
    {
        var (store, bucket) = await FilledAsync();
        async Task<string[]> After(string after) => [.. (await store.ReadAsync(tx => ObjectListings.Current(
            tx, bucket.Id, new KeyRange { Delimiter = "/", After = after, Limit = 2 }))).Entries.Select(static it => it.Item?.Key ?? it.CommonPrefix!)];

        Assert.Equal(["a0", "b/"], await After("a/1"));
        Assert.Equal(["a0", "b/"], await After("a/"));
        Assert.Equal(["a/", "a0"], await After("a"));
        Assert.Equal(["Z", "a"], await After("!"));
    }

    [Fact]
    public async Task Versions_are_paged_within_a_key()
    {
        var store = await Place.OpenWithAccountsAsync();
        var bucket = await store.CreateBucketAsync(versioning: BucketVersioning.Enabled);
        var expected = new List<(string, string)>();
        foreach (var key in (string[])["a", "b/1", "b/2", "c"])
        {
            var ids = new List<(string, string)>();
            for (var i = 0; i < 5; i++)
            {
                ids.Insert(0, (key, (await store.PutAsync(i == 3 ? DeleteMarker(bucket, key) : Object(bucket, key))).Written.VersionId));
            }

            expected.AddRange(ids);
        }

        foreach (var size in (int[])[1, 2, 3, 7, 100])
        {
            var found = new List<(string, string)>();
            var (key, version) = (default(string), default(string));
            KeyPage<ListedObject> page;
            do
            {
                page = await store.ReadAsync(tx => ObjectListings.Versions(tx, bucket.Id, new KeyRange { After = key, Limit = size }, version));
                found.AddRange(page.Items.Select(static it => (it.Key, it.VersionId)));
                (key, version) = found[^1];
            }
            while (page.IsTruncated);
            Assert.Equal(expected, found);
        }

        var rolled = await store.ReadAsync(tx => ObjectListings.Versions(tx, bucket.Id, new KeyRange { Delimiter = "/", After = "a", Limit = 3 }, expected[3].Item2));
        Assert.Equal([expected[4].Item2, "b/", expected[15].Item2], rolled.Entries.Select(static it => it.Item?.VersionId ?? it.CommonPrefix));
        Assert.True(rolled.IsTruncated);
        var afterKey = await store.ReadAsync(tx => ObjectListings.Versions(tx, bucket.Id, new KeyRange { After = "b/1", Limit = 1 }, null));
        Assert.Equal("b/2", afterKey.Items.Single().Key);
    }

    [Fact]
    public async Task Uploads_of_a_key_follow_the_order_in_which_they_were_begun()
    {
        var store = await Place.OpenWithAccountsAsync();
        var bucket = await store.CreateBucketAsync();
        var now = Place.Time.GetUtcNow();
        string[] ids = [Uploads.NewId(now), Uploads.NewId(now.AddMilliseconds(1)), Uploads.NewId(now.AddYears(30))];
        await store.AppendAsync(tx => Array.ForEach((string[])[ids[2], ids[0], ids[1]], id => Uploads.Insert(tx, Upload(bucket, "k", id))));

        async Task<string[]> List(string? after) => [.. (await store.ReadAsync(tx => Uploads.List(
            tx, bucket.Id, new KeyRange { After = after is null ? null : "k", Limit = 10 }, after))).Items.Select(static it => it.Id)];
        Assert.Equal(ids, await List(null));
        Assert.Equal(ids[1..], await List(ids[0]));
        Assert.Equal(ids[0], (await store.ReadAsync(tx => Uploads.Find(tx, bucket.Id, "k", ids[0])))!.Id);
        Assert.Null(await store.ReadAsync(tx => Uploads.Find(tx, bucket.Id, "K", ids[0])));
        var older = await store.ReadAsync(tx => Uploads.Before(tx, bucket.Id, now.AddYears(9), null, 2));
        Assert.Equal(ids[..2], older.Select(static it => it.Id));
        Assert.Equal([ids[2]], (await store.ReadAsync(tx => Uploads.Before(tx, bucket.Id, now.AddYears(9), older[1], 2))).Select(static it => it.Id));
    }

    private static IEnumerable<string> ByRule(string prefix, string? delimiter) => Keys
        .Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
        .Select(key => delimiter is not null && key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal) is var at and >= 0 ? key[..(at + delimiter.Length)] : key)
        .Distinct()
        .OrderBy(static key => Convert.ToHexString(Encoding.UTF8.GetBytes(key)), StringComparer.Ordinal);

    private static async Task<List<string>> PagesAsync<T>(KeyRange range, Func<KeyRange, ValueTask<KeyPage<T>>> list, Func<T, string> keyOf)
        where T : class
    {
        var shown = new List<string>();
        KeyPage<T> page;
        do
        {
            page = await list(range with { After = shown.LastOrDefault() });
            Assert.True(page.Entries.Count <= range.Limit);
            shown.AddRange(page.Entries.Select(it => it.Item is { } item ? keyOf(item) : it.CommonPrefix!));
        }
        while (page.IsTruncated);
        return shown;
    }

    private async Task<(IStore Store, BucketRecord Bucket)> FilledAsync()
    {
        var store = await Place.OpenWithAccountsAsync();
        var bucket = await store.CreateBucketAsync();
        var neighbour = await store.CreateBucketAsync("other");
        await store.AppendAsync(tx =>
        {
            foreach (var key in Keys)
            {
                Objects.Put(tx, Object(bucket, key), BucketVersioning.Never, null, []);
                Uploads.Insert(tx, Upload(bucket, key, "u"));
                Objects.Put(tx, Object(neighbour, key + "x"), BucketVersioning.Never, null, []);
            }
        });
        return (store, bucket);
    }
}
