using System.Collections.Concurrent;
using static Claviger.Store.Conformance.StoreUnderTest;

namespace Claviger.Store.Conformance;

/// <summary>The change feed tells of every change, in order, before the write is answered.</summary>
public abstract class FeedConformance(StoreUnderTest place) : StoreConformance(place)
{
    [Fact]
    public async Task A_change_is_handed_on_before_its_write_is_answered()
    {
        var store = await Place.OpenWithAccountsAsync();
        var heard = new ConcurrentQueue<StoreChange>();
        store.Changed += heard.Enqueue;

        var user = await store.CreateUserAsync("bob");

        Assert.Equal([new StoreChange(Account, 2, ChangeKind.User, user.Id)], heard);
        Assert.Equal(2, store.StoreRevision(Account));
        Assert.Equal(2, await store.ReadAsync(static tx => tx.RevisionOf(Account)));
    }

    [Fact]
    public async Task Revisions_have_no_gaps_and_no_repeats_under_concurrent_writers()
    {
        var store = await Place.OpenWithAccountsAsync();
        var heard = new ConcurrentQueue<StoreChange>();
        store.Changed += heard.Enqueue;

        var writes = Enumerable.Range(0, 200).Select(Task (i) => i % 5 == 4
            ? Assert.ThrowsAsync<InvalidOperationException>(() => store.WriteAsync(Account, static tx =>
            {
                Users.Insert(tx, Samples.User("never"));
                throw new InvalidOperationException();
            }))
            : store.CreateUserAsync($"user{i}", account: i % 2 == 0 ? Account : Other));
        await Task.WhenAll(writes);

        foreach (var account in (Policy.AccountId[])[Account, Other])
        {
            var revisions = heard.Where(change => change.Account == account).Select(static change => change.Revision).ToArray();
            Assert.Equal(Enumerable.Range(2, revisions.Length).Select(static i => (long)i), revisions);
            Assert.Equal(revisions[^1], await store.ReadAsync(tx => tx.RevisionOf(account)));
        }

        Assert.Equal(160, heard.Count);
    }

    [Fact]
    public async Task A_write_that_changes_nothing_gives_no_revision()
    {
        var store = await Place.OpenWithAccountsAsync();
        var revision = await store.WriteAsync(Account, static tx => tx.Revision);

        Assert.Equal(2, revision);
        Assert.Equal(1, await store.ReadAsync(static tx => tx.RevisionOf(Account)));
        Assert.Equal(2, await store.WriteAsync(Account, static tx => tx.Revision));
    }

    [Fact]
    public async Task One_write_may_change_many_things_under_one_revision_and_tells_each_once()
    {
        var store = await Place.OpenWithAccountsAsync();
        var heard = new ConcurrentQueue<StoreChange>();
        store.Changed += heard.Enqueue;
        var (user, group) = (Samples.User("bob"), Samples.Group("crew"));
        await store.WriteAsync(Account, tx =>
        {
            Users.Insert(tx, user);
            Groups.Insert(tx, group);
            Memberships.Insert(tx, group.Id, user.Id);
        });

        Assert.Equal(
            [new StoreChange(Account, 2, ChangeKind.User, user.Id), new StoreChange(Account, 2, ChangeKind.Group, group.Id)],
            heard);
    }

    [Fact]
    public async Task A_write_knows_what_has_changed_since_a_revision()
    {
        var store = await Place.OpenWithAccountsAsync();
        var bob = await store.CreateUserAsync("bob");
        var eve = await store.CreateUserAsync("eve");

        await store.WriteAsync(Account, tx =>
        {
            Assert.True(tx.IsUntouched(tx.Revision - 1, [bob.Id, eve.Id]));
            Assert.True(tx.IsUntouched(2, [bob.Id]));
            Assert.False(tx.IsUntouched(2, [eve.Id]));
            Assert.False(tx.IsUntouched(1, [bob.Id]));
            Users.Update(tx, bob with { Path = "/new/" });
            Assert.False(tx.IsUntouched(tx.Revision - 1, [bob.Id]));
            Assert.True(tx.IsUntouched(tx.Revision - 1, [eve.Id]));
        });
    }

    [Fact]
    public async Task A_write_that_can_not_tell_what_has_changed_says_that_everything_may_have()
    {
        var store = await Place.OpenWithAccountsAsync();
        for (var i = 0; i < 5; i++)
        {
            await store.CreateUserAsync($"user{i}");
        }

        Place.Execute("DELETE FROM changes WHERE revision = 3");

        Assert.False(await store.WriteAsync(Account, static tx => tx.IsUntouched(1, ["AIDANOBODY"])));
        Assert.True(await store.WriteAsync(Account, static tx => tx.IsUntouched(3, ["AIDANOBODY"])));
    }

    [Fact]
    public async Task A_handler_that_fails_makes_the_feed_unhealthy_and_the_write_stays_good()
    {
        var store = await Place.OpenWithAccountsAsync();
        Assert.True(store.FeedHealthy);
        store.Changed += static _ => throw new InvalidOperationException("a cache is broken");

        await store.CreateUserAsync("bob");

        Assert.False(store.FeedHealthy);
        Assert.NotNull(await store.ReadAsync(static tx => Users.Find(tx, Account, "bob")));
    }
}
