using static Claviger.Store.Conformance.StoreUnderTest;

namespace Claviger.Store.Conformance;

/// <summary>A read sees one state of the records, from its first statement to its end.</summary>
public abstract class SnapshotConformance(StoreUnderTest place) : StoreConformance(place)
{
    [Fact]
    public async Task What_is_written_after_the_first_statement_of_a_read_is_not_seen_by_it()
    {
        var store = await Place.OpenWithAccountsAsync();
        var bob = await store.CreateUserAsync("bob");
        using var tx = store.OpenRead();
        var revision = tx.RevisionOf(Account);
        await store.CreateUserAsync("eve");
        await store.WriteAsync(Account, write => Users.Delete(write, bob));

        Assert.Equal(bob, Users.Find(tx, Account, "bob"));
        Assert.Null(Users.Find(tx, Account, "eve"));
        Assert.Equal(revision, tx.RevisionOf(Account));
        Assert.Equal(revision + 2, store.StoreRevision(Account));
        Assert.Equal(1, await store.ReadAsync(static fresh => Users.Count(fresh, Account)));
    }

    [Fact]
    public async Task A_snapshot_begins_with_its_first_statement()
    {
        var store = await Place.OpenWithAccountsAsync();
        using var tx = store.OpenRead();
        await store.CreateUserAsync("bob");

        Assert.NotNull(Users.Find(tx, Account, "bob"));
    }

    [Fact]
    public async Task A_read_does_not_see_what_a_batch_has_not_committed()
    {
        var store = await Place.OpenWithAccountsAsync();
        var seen = -1L;
        await store.WriteAsync(Account, tx =>
        {
            Users.Insert(tx, Samples.User("bob"));
            using var read = store.OpenRead();
            seen = Users.Count(read, Account);
            Assert.Equal(1, Users.Count(tx, Account));
        });

        Assert.Equal(0, seen);
    }

    [Fact]
    public async Task A_read_that_is_over_takes_no_more_statements()
    {
        var store = await Place.OpenWithAccountsAsync();
        var tx = store.OpenRead();
        Users.Count(tx, Account);
        tx.Dispose();

        Assert.Throws<ObjectDisposedException>(() => Users.Count(tx, Account));
    }

    [Fact]
    public async Task Many_reads_at_once_each_see_a_whole_state()
    {
        var store = await Place.OpenWithAccountsAsync();
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                // Users are made and deleted in pairs: an odd number is half a write.
                Assert.Equal(0, await store.ReadAsync(static tx => Users.Count(tx, Account)) % 2);
            }
        })).ToArray();
        for (var i = 0; i < 40; i++)
        {
            await store.WriteAsync(Account, tx =>
            {
                Users.Insert(tx, Samples.User($"left{i}"));
                Users.Insert(tx, Samples.User($"right{i}"));
            });
        }

        await stop.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Equal(80, await store.ReadAsync(static tx => Users.Count(tx, Account)));
    }
}
