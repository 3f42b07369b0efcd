using System.Collections.Concurrent;
using Claviger.Policy;
using Claviger.Store.Conformance;
using Npgsql;
using static Claviger.Store.Conformance.StoreUnderTest;

namespace Claviger.Store.Tests;

/// <summary>Several nodes over one PostgreSQL database.</summary>
public sealed class PostgresNodeTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly PostgresUnderTest place = new();

    public ValueTask DisposeAsync() => place.DisposeAsync();

    [Fact]
    public async Task A_node_hears_what_another_has_written_though_it_has_read_nothing_of_the_account()
    {
        var here = await place.OpenWithAccountsAsync();
        var there = place.Open();
        var heard = Listen(there);

        var user = await here.CreateUserAsync("bob");

        var change = await NextAsync(heard, it => it.Kind == ChangeKind.User);
        Assert.Equal(new StoreChange(Account, 2, ChangeKind.User, user.Id), change);
        Assert.Equal(2, there.StoreRevision(Account));
    }

    [Fact]
    public async Task Two_nodes_that_write_to_one_account_share_one_sequence_and_hear_all_of_it()
    {
        var here = await place.OpenWithAccountsAsync();
        var there = place.Open();
        var (heardHere, heardThere) = (Listen(here), Listen(there));

        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => (i % 2 == 0 ? here : there).CreateUserAsync($"user{i}")));
        await AwaitAsync(() => heardHere.Last().Revision == 61 && heardThere.Last().Revision == 61);

        Assert.Equal(Enumerable.Range(2, 60).Select(static i => (long)i), heardHere.Where(static it => it.Kind == ChangeKind.User).Select(static it => it.Revision));

        // The node that had not heard of the account drops all it may have cached of it at its first write, then hears each row once.
        var there1 = heardThere.SkipWhile(static it => it.Kind != ChangeKind.Everything && it.Revision > 2).ToArray();
        Assert.Equal(there1.Select(static it => it.Revision).Order(), there1.Select(static it => it.Revision));
        Assert.Equal(61, there1[^1].Revision);
        Assert.Equal(60, await there.ReadAsync(static tx => Users.Count(tx, Account)));
    }

    [Fact]
    public async Task A_change_that_was_not_notified_is_found_by_looking()
    {
        await using var store = PostgresStore.Open(place.ConnectionString, TimeProvider.System);
        await store.CreateAccountAsync(Account);
        var heard = Listen(store);

        place.Execute(
            $"""
            UPDATE accounts SET revision = 2 WHERE id = {Account.Number};
            INSERT INTO changes (account_id, revision, kind, id, at) VALUES ({Account.Number}, 2, 'user', 'AIDASILENT', 0);
            """);

        Assert.Equal("AIDASILENT", (await NextAsync(heard, static _ => true)).Id);
    }

    [Fact]
    public async Task A_change_committed_late_is_heard_though_later_ones_came_before_it()
    {
        await using var store = PostgresStore.Open(place.ConnectionString, TimeProvider.System);
        await store.CreateAccountAsync(Account);
        await store.CreateAccountAsync(Other);
        var heard = Listen(store);
        await using var slow = new NpgsqlConnection(place.ConnectionString);
        await slow.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await slow.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var command = new NpgsqlCommand(
            $"""
            UPDATE accounts SET revision = 2 WHERE id = {Account.Number};
            INSERT INTO changes (account_id, revision, kind, id, at) VALUES ({Account.Number}, 2, 'user', 'AIDALATE', 0);
            """,
            slow))
        {
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await using var elsewhere = PostgresStore.Open(place.ConnectionString, TimeProvider.System);
        await elsewhere.CreateUserAsync("early", account: Other);
        await NextAsync(heard, static it => it.Account == Other);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("AIDALATE", (await NextAsync(heard, static it => it.Account == Account)).Id);
    }

    [Fact]
    public async Task A_database_that_has_gone_back_makes_a_node_forget_all()
    {
        await using var store = PostgresStore.Open(place.ConnectionString, TimeProvider.System);
        var forgotten = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        store.Forgotten += () => forgotten.TrySetResult();
        await store.CreateAccountAsync(Account);
        await store.CreateUserAsync("bob");

        place.Execute($"UPDATE accounts SET revision = 1 WHERE id = {Account.Number}");

        await forgotten.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_node_that_can_not_see_the_feed_says_so_and_recovers()
    {
        var store = await place.OpenWithAccountsAsync();
        Assert.True(store.FeedHealthy);
        var database = new NpgsqlConnectionStringBuilder(place.ConnectionString).Database;
        OnServer($"ALTER DATABASE {database} ALLOW_CONNECTIONS false");
        OnServer($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'");

        place.Time.Advance(TimeSpan.FromSeconds(11));
        Assert.False(store.FeedHealthy);

        OnServer($"ALTER DATABASE {database} ALLOW_CONNECTIONS true");
        await AwaitAsync(() => store.FeedHealthy);
        Assert.Equal(2, (await store.ReadAsync(static tx => Accounts.Page(tx, SystemAccount.Id, 10))).Count);
    }

    [Fact]
    public async Task A_connection_lost_before_the_commit_is_replaced_and_the_write_done_once()
    {
        var store = await place.OpenWithAccountsAsync();
        await store.CreateUserAsync("first");
        var runs = 0;
        await store.WriteAsync(Account, tx =>
        {
            Users.Insert(tx, Samples.User("bob"));
            if (++runs == 1)
            {
                var database = new NpgsqlConnectionStringBuilder(place.ConnectionString).Database;
                OnServer($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'");
            }

            tx.Audit("x"u8.ToArray());
        }, TestContext.Current.CancellationToken);

        Assert.Equal(2, runs);
        Assert.False(store.IsReadOnly);
        Assert.Equal(2, await store.ReadAsync(static tx => Users.Count(tx, Account)));
        Assert.Single(await store.ReadAsync(static tx => AuditLog.ReadEvents(tx, Account, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, 0, 10)));
    }

    [Fact]
    public async Task The_loser_of_a_deadlock_is_run_again()
    {
        var store = await place.OpenWithAccountsAsync();
        var runs = 0;
        var deadlock = new Barrier(2);
        Task Crosswise(AccountId first, AccountId second) => store.WriteAsync(first, tx =>
        {
            if (Interlocked.Increment(ref runs) <= 2)
            {
                deadlock.SignalAndWait(Patience);
            }

            tx.Execute(new Sql("UPDATE accounts SET name = name WHERE id = $1"), second);
            Users.Insert(tx, Samples.User("bob", account: first));
        });

        await Task.WhenAll(Crosswise(Account, Other), Crosswise(Other, Account));

        // One of the two at least; both where both found out at once.
        Assert.InRange(runs, 3, 4);
        Assert.NotNull(await store.ReadAsync(static tx => Users.Find(tx, Account, "bob")));
        Assert.NotNull(await store.ReadAsync(static tx => Users.Find(tx, Other, "bob")));
    }

    [Fact]
    public async Task Nodes_that_start_at_once_on_an_empty_database_agree_on_its_schema_and_name()
    {
        var empty = PostgresCluster.Shared.CreateDatabase();
        var stores = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => PostgresStore.Open(empty, TimeProvider.System))));

        Assert.Single(stores.Select(static store => store.DeploymentId).Distinct());
        await Task.WhenAll(stores.Select(static async store => await store.DisposeAsync()));
    }

    [Fact]
    public async Task A_user_of_the_database_without_privileges_is_enough()
    {
        var empty = PostgresCluster.Shared.CreateDatabase();
        var database = new NpgsqlConnectionStringBuilder(empty).Database!;
        OnServer($"CREATE ROLE plain_{database} LOGIN");
        OnServer($"ALTER DATABASE {database} OWNER TO plain_{database}");
        var plain = new NpgsqlConnectionStringBuilder(empty) { Username = $"plain_{database}" }.ToString();
        await using var here = PostgresStore.Open(plain, TimeProvider.System);
        await using var there = PostgresStore.Open(plain, TimeProvider.System);
        var heard = Listen(there);

        await here.CreateAccountAsync(Account);

        Assert.Equal(Account, (await NextAsync(heard, static _ => true)).Account);
    }

    private static BlockingCollection<StoreChange> Listen(IStore store)
    {
        var heard = new BlockingCollection<StoreChange>();
        store.Changed += heard.Add;
        return heard;
    }

    private static Task<StoreChange> NextAsync(BlockingCollection<StoreChange> heard, Func<StoreChange, bool> which) => Task.Run(() =>
    {
        while (heard.TryTake(out var change, Patience))
        {
            if (which(change))
            {
                return change;
            }
        }

        throw new TimeoutException("Nothing was heard.");
    });

    private static async Task AwaitAsync(Func<bool> condition)
    {
        for (var waited = TimeSpan.Zero; !condition(); waited += TimeSpan.FromMilliseconds(50))
        {
            Assert.True(waited < Patience, "It did not come about.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private void OnServer(string sql)
    {
        using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(place.ConnectionString) { Database = "postgres", Username = "claviger" }.ToString());
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
