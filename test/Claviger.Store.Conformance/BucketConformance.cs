using static Claviger.Store.Conformance.BucketSamples;
using static Claviger.Store.Conformance.StoreUnderTest;

namespace Claviger.Store.Conformance;

/// <summary>Buckets are records of their accounts; what is in them is not, but can't be left behind.</summary>
public abstract class BucketConformance(StoreUnderTest place) : StoreConformance(place)
{
    [Fact]
    public async Task Buckets_come_back_as_written_and_raise_the_revision()
    {
        var store = await Place.OpenWithAccountsAsync();
        var plain = await store.CreateBucketAsync();
        var full = plain with
        {
            Versioning = BucketVersioning.Suspended,
            Policy = "{}",
            PublicAccessBlock = PublicAccessBlock.All,
            Ownership = "BucketOwnerEnforced",
            Tags = NamedValues.Of([new("Team", "\"1\""), new("team", "")]),
            Cors = "c",
            Lifecycle = "l",
            Encryption = "e",
        };
        await store.WriteAsync(Account, tx => Buckets.Update(tx, full));

        using var tx = store.OpenRead();
        Assert.Equal(full, Buckets.Find(tx, "photos"));
        Assert.Equal([full], Buckets.PageWithLifecycle(tx, -1, 10));
        Assert.Equal((1, 0), (Buckets.Count(tx, Account), Buckets.Count(tx, Other)));
        Assert.Null(Buckets.Find(tx, "Photos"));
        Assert.Equal(3, tx.RevisionOf(Account));
    }

    [Fact]
    public async Task A_name_is_given_once_whatever_the_account()
    {
        var store = await Place.OpenWithAccountsAsync();
        await store.CreateBucketAsync();
        await Assert.ThrowsAsync<StoreConflictException>(() => store.WriteAsync(Other, tx => Buckets.Insert(tx, Bucket("photos", Other))));
        Assert.Equal(Account, (await store.ReadAsync(static tx => Buckets.Find(tx, "photos")))!.Account);
    }

    [Fact]
    public async Task A_bucket_with_objects_stays_and_one_with_uploads_takes_them_along()
    {
        var store = await Place.OpenWithAccountsAsync();
        var bucket = await store.CreateBucketAsync();
        var (written, _) = await store.PutAsync(Object(bucket, "a"));
        var part = Part(bucket, "u", 1);
        await store.AppendAsync(Account, tx =>
        {
            Uploads.Insert(tx, Upload(bucket, "k", "u"));
            Parts.Put(tx, part, []);
            return true;
        });
        Task<List<ContentId>> DeleteAsync() => store.WriteAsync(Account, tx =>
        {
            var freed = new List<ContentId>();
            Buckets.Delete(tx, bucket, freed);
            return freed;
        });

        Assert.True(await store.ReadAsync(tx => Buckets.HasObjects(tx, bucket.Id)));
        await Assert.ThrowsAsync<StoreConflictException>(DeleteAsync);
        Assert.NotNull(await store.ReadAsync(tx => Uploads.Find(tx, bucket.Id, "k", "u")));
        await store.DeleteAsync(written);
        Assert.Equal([part.Content!.Value], await DeleteAsync());
        Assert.Null(await store.ReadAsync(static tx => Buckets.Find(tx, "photos")));
        Assert.Null(await store.AppendAsync(Account, tx => Buckets.Lock(tx, bucket.Id)));
        await Assert.ThrowsAsync<StoreConflictException>(() => store.AppendAsync(
            Account, tx => Objects.Put(tx, Object(bucket, "late"), BucketVersioning.Never, null, [])));
    }

    [Fact]
    public async Task Objects_have_no_feed_row_and_raise_no_revision()
    {
        var store = await Place.OpenWithAccountsAsync();
        var bucket = await store.CreateBucketAsync();
        var heard = 0;
        store.Changed += _ => heard++;
        await store.PutAsync(Object(bucket, "a"));

        Assert.Equal((0, 2), (heard, await store.ReadAsync(static tx => tx.RevisionOf(Account))));
    }

    [Fact]
    public async Task A_refused_write_leaves_nothing_and_spares_those_of_its_batch()
    {
        var store = await Place.OpenWithAccountsAsync();
        var bucket = await store.CreateBucketAsync();
        var writes = Enumerable.Range(0, 20).Select(i => store.AppendAsync(Account, tx =>
        {
            Objects.Put(tx, Object(bucket, $"k{i:d2}"), BucketVersioning.Never, null, []);
            return i % 3 == 0 ? throw new InvalidOperationException("refused") : i;
        })).ToArray();
        foreach (var (i, write) in writes.Index())
        {
            if (i % 3 == 0)
            {
                await Assert.ThrowsAsync<InvalidOperationException>(() => write);
            }
            else
            {
                await write;
            }
        }

        var page = await store.ReadAsync(tx => ObjectListings.Current(tx, bucket.Id, new KeyRange { Limit = 100 }));
        Assert.Equal(Enumerable.Range(0, 20).Where(static i => i % 3 != 0).Select(static i => $"k{i:d2}"), page.Items.Select(static it => it.Key));
    }

    [Fact]
    public async Task Emptying_an_account_takes_its_buckets_and_all_in_them()
    {
        var store = await Place.OpenWithAccountsAsync();
        var bucket = await store.CreateBucketAsync();
        await store.PutAsync(Object(bucket, "a"));
        await store.AppendAsync(Account, tx =>
        {
            Uploads.Insert(tx, Upload(bucket, "k", "u"));
            Parts.Put(tx, Part(bucket, "u", 1), []);
            return true;
        });
        await store.WriteAsync(Account, static tx => Accounts.Empty(tx, Account));

        using var tx = store.OpenRead();
        Assert.All(Emptying.OfBuckets, table => Assert.Equal(0, tx.Number(new Sql($"SELECT COUNT(*) FROM {table}"))));
    }
}
