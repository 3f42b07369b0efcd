using System.Collections.Concurrent;
using static Claviger.Store.Conformance.StoreUnderTest;

namespace Claviger.Store.Conformance;

/// <summary>A commit that fails on its way to the disk fails all its writes, and no more are taken until a restart.</summary>
public abstract class FailureConformance(StoreUnderTest place) : StoreConformance(place)
{
    [Fact]
    public async Task A_failed_commit_makes_the_store_read_only_until_it_is_opened_again()
    {
        var store = await Place.OpenWithAccountsAsync();
        var bob = await store.CreateUserAsync("bob");
        var heard = new ConcurrentQueue<StoreChange>();
        store.Changed += heard.Enqueue;
        Place.BreakCommits();

        var writes = Enumerable.Range(0, 10).Select(i => store.CreateUserAsync($"lost{i}")).ToArray();
        foreach (var write in writes)
        {
            await Assert.ThrowsAsync<StoreReadOnlyException>(() => write);
        }

        Assert.True(store.IsReadOnly);
        await Assert.ThrowsAsync<StoreReadOnlyException>(() => store.CreateUserAsync("later"));
        await Assert.ThrowsAsync<StoreReadOnlyException>(() => store.AppendAsync(static tx => AuditLog.AppendBlock(tx, "x"u8.ToArray())));
        Assert.Empty(heard);
        Assert.Equal([bob], await store.ReadAsync(static tx => Users.Page(tx, Account, "/", "", 100)));

        await store.DisposeAsync();
        Place.Execute("DROP TRIGGER break_commits" + (Place is PostgresUnderTest ? " ON changes" : ""));
        var again = Place.Open();
        Assert.False(again.IsReadOnly);
        Assert.Equal([bob], await again.ReadAsync(static tx => Users.Page(tx, Account, "/", "", 100)));
        Assert.Equal(2, await again.ReadAsync(static tx => tx.RevisionOf(Account)));
        await again.CreateUserAsync("eve");
        Assert.Equal(3, again.StoreRevision(Account));
    }

    [Fact]
    public async Task What_was_written_is_there_when_the_store_is_opened_again()
    {
        var store = await Place.OpenWithAccountsAsync();
        var user = await store.CreateUserAsync("bob");
        var deployment = store.DeploymentId;
        await store.DisposeAsync();

        var again = Place.Open();
        Assert.Equal(user, await again.ReadAsync(static tx => Users.Find(tx, Account, "bob")));
        Assert.Equal(deployment, again.DeploymentId);
        Assert.Equal(32, deployment.Length);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_and_left_alone()
    {
        var store = await Place.OpenWithAccountsAsync();
        await store.DisposeAsync();
        Place.Execute($"UPDATE facts SET value = {(Place is PostgresUnderTest ? "'999'::bytea" : "CAST('999' AS BLOB)")} WHERE name = 'schema'");

        var refusal = Assert.Throws<StoreCorruptException>(Place.Open);
        Assert.Contains("newer", refusal.Message, StringComparison.Ordinal);
    }
}
