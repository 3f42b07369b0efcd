using static Claviger.Store.Conformance.BucketSamples;
using static Claviger.Store.Conformance.StoreUnderTest;

namespace Claviger.Store.Conformance;

/// <summary>Objects and their versions: what replaces what, and which contents are then free.</summary>
public abstract class ObjectConformance(StoreUnderTest place) : StoreConformance(place)
{
    [Fact]
    public async Task Objects_come_back_as_written()
    {
        var store = await Place.OpenWithAccountsAsync();
        var bucket = await store.CreateBucketAsync();
        var record = Object(bucket, "dir//../ünï \u2603/\0x") with
        {
            StorageClass = "STANDARD_IA", ChecksumAlgorithm = "CRC32", ChecksumType = "FULL_OBJECT", Checksum = "AAAAAA==",
            Tags = NamedValues.Of([new("a", "1"), new("A", "2")]),
            Headers = NamedValues.Of([new("content-type", "text/plain"), new("x-amz-meta-a", "\"")]),
        };
        var (written, freed) = await store.PutAsync(record);

        Assert.Empty(freed);
        Assert.Equal(record with { IsLatest = true }, written);
        Assert.Equal(written, await store.ReadAsync(tx => Objects.Latest(tx, bucket.Id, record.Key)));
        Assert.Equal(written, await store.ReadAsync(tx => Objects.Version(tx, bucket.Id, record.Key, "null")));
        Assert.Null(await store.ReadAsync(tx => Objects.Latest(tx, bucket.Id, record.Key + "/")));

        var tagged = written with { Tags = NamedValues.Empty, ETag = "not written" };
        await store.AppendAsync(tx => Objects.UpdateTags(tx, tagged));
        Assert.Equal(written with { Tags = NamedValues.Empty }, await store.ReadAsync(tx => Objects.Latest(tx, bucket.Id, record.Key)));
    }

    [Fact]
    public async Task Without_versions_a_put_replaces_what_was_there()
    {
        var store = await Place.OpenWithAccountsAsync();
        var bucket = await store.CreateBucketAsync();
        var (first, _) = await store.PutAsync(Object(bucket, "a"));
        var (second, freed) = await store.PutAsync(Object(bucket, "a"));

        Assert.Equal([first.Content!.Value], freed);
        Assert.Equal([second.Content!.Value], await store.DeleteAsync(second));
        Assert.False(await store.ReadAsync(tx => Buckets.HasObjects(tx, bucket.Id)));
    }

    [Fact]
    public async Task With_versions_each_stays_and_the_newest_shows()
    {
        var store = await Place.OpenWithAccountsAsync();
        var bucket = await store.CreateBucketAsync();
        var (old, _) = await store.PutAsync(Object(bucket, "a"));
        await store.WriteAsync(Account, tx => Buckets.Update(tx, bucket with { Versioning = BucketVersioning.Enabled }));
        var (one, freedByOne) = await store.PutAsync(Object(bucket, "a"));
        var (two, freedByTwo) = await store.PutAsync(Object(bucket, "a"));
        var (marker, _) = await store.PutAsync(DeleteMarker(bucket, "a"));

        Assert.Empty(freedByOne.Concat(freedByTwo));
        Assert.Matches("^[A-Za-z0-9_-]{32}$", one.VersionId);
        Assert.Equal(["null", one.VersionId, two.VersionId, marker.VersionId], ((string[])[old.VersionId, one.VersionId, two.VersionId, marker.VersionId]).Distinct());
        foreach (var version in (ObjectRecord[])[old, one, two])
        {
            Assert.Equal(version with { IsLatest = false }, await store.ReadAsync(tx => Objects.Version(tx, bucket.Id, "a", version.VersionId)));
        }

        Assert.Equal(marker, await store.ReadAsync(tx => Objects.Latest(tx, bucket.Id, "a")));
        Assert.Null(await store.ReadAsync(tx => Objects.Version(tx, bucket.Id, "b", one.VersionId)));
        Assert.Null(await store.ReadAsync(tx => Objects.Version(tx, bucket.Id, "a", one.VersionId[..^1] + (one.VersionId[^1] == 'A' ? 'B' : 'A'))));
        Assert.Null(await store.ReadAsync(tx => Objects.Version(tx, bucket.Id, "a", "x")));
        Assert.Empty((await ListAsync(store, bucket)).Items);

        await store.DeleteAsync(marker);
        Assert.Equal(two, await store.ReadAsync(tx => Objects.Latest(tx, bucket.Id, "a")));
        Assert.Equal([two.VersionId], (await ListAsync(store, bucket)).Items.Select(static it => it.VersionId));
        Assert.Equal([one.Content!.Value], await store.DeleteAsync(one));
        Assert.Equal([two.Content!.Value], await store.DeleteAsync(two));
        Assert.Equal(old, await store.ReadAsync(tx => Objects.Latest(tx, bucket.Id, "a")));
        Assert.Single((await ListAsync(store, bucket)).Items);
    }

    [Fact]
    public async Task Suspended_the_null_version_is_replaced_wherever_it_stands()
    {
        var store = await Place.OpenWithAccountsAsync();
        var bucket = await store.CreateBucketAsync();
        var (old, _) = await store.PutAsync(Object(bucket, "a"));
        await store.WriteAsync(Account, tx => Buckets.Update(tx, bucket with { Versioning = BucketVersioning.Enabled }));
        var (kept, _) = await store.PutAsync(Object(bucket, "a"));
        await store.WriteAsync(Account, tx => Buckets.Update(tx, bucket with { Versioning = BucketVersioning.Suspended }));
        var (first, freedByFirst) = await store.PutAsync(Object(bucket, "a"));
        var (second, freedBySecond) = await store.PutAsync(DeleteMarker(bucket, "a"));

        Assert.Equal([old.Content!.Value], freedByFirst);
        Assert.Equal([first.Content!.Value], freedBySecond);
        Assert.Equal(("null", true), (second.VersionId, second.IsLatest));
        var versions = await store.ReadAsync(tx => ObjectListings.Versions(tx, bucket.Id, new KeyRange { Limit = 10 }, null));
        Assert.Equal(
            [("null", true, true), (kept.VersionId, false, false)],
            versions.Items.Select(static it => (it.VersionId, it.IsLatest, it.IsDeleteMarker)));
    }

    [Fact]
    public async Task An_object_of_parts_frees_them_all()
    {
        var store = await Place.OpenWithAccountsAsync();
        var bucket = await store.CreateBucketAsync();
        PartRecord[] parts = [Part(bucket, "u1", 1), Part(bucket, "u1", 7)];
        var stranger = Part(bucket, "u2", 1);
        var replaced = Part(bucket, "u1", 1);
        var freed = new List<ContentId>();
        await store.AppendAsync(tx =>
        {
            freed.Clear();
            Parts.Put(tx, replaced, freed);
            Array.ForEach([.. parts, stranger], part => Parts.Put(tx, part, freed));
        });
        Assert.Equal([replaced.Content!.Value], freed);
        Assert.Equal(parts, await store.ReadAsync(tx => Parts.Page(tx, bucket.Id, "u1", 0, 10)));
        Assert.Equal([parts[1]], await store.ReadAsync(tx => Parts.Page(tx, bucket.Id, "u1", 1, 10)));

        var (made, _) = await store.PutAsync(Object(bucket, "a") with { Content = null, UploadId = "u1", PartCount = 2 });
        var found = new HashSet<ContentId>();
        await store.ReadAsync(tx =>
        {
            Objects.Contents(tx, new(0), new(UInt128.MaxValue), found);
            Parts.Contents(tx, new(0), new(UInt128.MaxValue), found);
            return true;
        });
        Assert.Equal([.. parts.Select(static it => it.Content!.Value).Append(stranger.Content!.Value)], found);
        Assert.Equal(parts.Select(static it => it.Content!.Value).Order(Ids), (await store.DeleteAsync(made)).Order(Ids));
        Assert.Equal(stranger, await store.ReadAsync(tx => Parts.Find(tx, bucket.Id, "u2", 1)));
    }

    private static readonly Comparer<ContentId> Ids = Comparer<ContentId>.Create(static (a, b) => a.Value.CompareTo(b.Value));

    private static ValueTask<KeyPage<ListedObject>> ListAsync(IStore store, BucketRecord bucket) =>
        store.ReadAsync(tx => ObjectListings.Current(tx, bucket.Id, new KeyRange { Limit = 10 }));
}
