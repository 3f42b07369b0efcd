using static Claviger.Store.Conformance.StoreUnderTest;

namespace Claviger.Store.Conformance;

/// <summary>Writes share transactions of the database, and notice nothing of each other.</summary>
public abstract class BatchConformance(StoreUnderTest place) : StoreConformance(place)
{
    [Fact]
    public async Task A_write_that_fails_in_a_batch_fails_alone_and_leaves_nothing()
    {
        var store = await Place.OpenWithAccountsAsync();
        var release = HoldWriter(store);
        var good = Enumerable.Range(0, 5).Select(i => store.CreateUserAsync($"good{i}")).ToArray();
        var bad = store.WriteAsync(Account, static tx =>
        {
            Users.Insert(tx, Samples.User("half"));
            tx.Audit("never"u8.ToArray());
            throw new InvalidDataException("no");
        });
        var duplicate = store.CreateUserAsync("GOOD0");
        var late = store.CreateUserAsync("late");
        release.Set();

        await Task.WhenAll(good);
        await late;
        await Assert.ThrowsAsync<InvalidDataException>(() => bad);
        await Assert.ThrowsAsync<StoreConflictException>(() => duplicate);
        Assert.Equal(6, await store.ReadAsync(static tx => Users.Count(tx, Account)));
        Assert.Null(await store.ReadAsync(static tx => Users.Find(tx, Account, "half")));
        Assert.Empty(await store.ReadAsync(static tx => AuditLog.ReadEvents(tx, Account, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, 0, 10)));
    }

    [Fact]
    public async Task A_write_that_is_refused_before_it_has_changed_anything_costs_the_others_nothing()
    {
        var store = await Place.OpenWithAccountsAsync();
        var release = HoldWriter(store);
        var runs = 0;
        var good = store.WriteAsync(Account, tx =>
        {
            runs++;
            Users.Insert(tx, Samples.User("good"));
        });
        var refused = store.WriteAsync(Account, static tx => throw new InvalidDataException(Users.Find(tx, Account, "good")?.Name));
        release.Set();

        await good;
        Assert.Equal("good", (await Assert.ThrowsAsync<InvalidDataException>(() => refused)).Message);
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task A_write_that_swallows_a_failed_statement_has_failed()
    {
        var store = await Place.OpenWithAccountsAsync();
        await store.CreateUserAsync("bob");

        await Assert.ThrowsAsync<StoreConflictException>(() => store.WriteAsync(Account, static tx =>
        {
            Users.Insert(tx, Samples.User("eve"));
            try
            {
                Users.Insert(tx, Samples.User("BOB"));
            }
            catch (StoreConflictException)
            {
                // Swallowed.
            }
        }));

        Assert.Equal(1, await store.ReadAsync(static tx => Users.Count(tx, Account)));
    }

    [Fact]
    public async Task A_quota_checked_in_the_write_holds_against_concurrent_writers()
    {
        var store = await Place.OpenWithAccountsAsync();
        var made = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => store.WriteAsync(Account, tx =>
        {
            if (Users.Count(tx, Account) >= 7)
            {
                return false;
            }

            Users.Insert(tx, Samples.User($"user{i}"));
            return true;
        })));

        Assert.Equal(7, made.Count(static it => it));
        Assert.Equal(7, await store.ReadAsync(static tx => Users.Count(tx, Account)));
    }

    [Fact]
    public async Task Writes_to_one_account_keep_their_order()
    {
        var store = await Place.OpenWithAccountsAsync();
        var order = new List<int>();
        var release = HoldWriter(store);
        var flood = Enumerable.Range(0, 1000).Select(i => store.WriteAsync(Account, _ => Note(order, i))).ToArray();
        release.Set();
        await Task.WhenAll(flood);

        Assert.Equal(Enumerable.Range(0, 1000), order);
    }

    [Fact]
    public async Task A_flood_of_writes_to_one_account_does_not_hold_up_another()
    {
        const int unending = 100_000;
        var store = await Place.OpenWithAccountsAsync();
        var release = HoldWriter(store);
        Task? other = null;
        var flooded = 0;
        var flood = Enumerable.Range(0, 300).Select(_ => FloodAsync()).ToArray();
        other = store.WriteAsync(Other, static _ => true);
        release.Set();
        await other;
        await Task.WhenAll(flood);

        // The flood goes on for as long as the other write waits: it was answered in the midst of it.
        Assert.InRange(flooded, 0, unending - 1);

        async Task FloodAsync()
        {
            do
            {
                await store.WriteAsync(Account, static _ => true);
            }
            while (other is not { IsCompleted: true } && Interlocked.Increment(ref flooded) < unending);
        }
    }

    [Fact]
    public async Task A_write_can_be_taken_back_before_it_has_begun()
    {
        var store = await Place.OpenWithAccountsAsync();
        using var cancel = new CancellationTokenSource();
        var release = HoldWriter(store);
        var write = store.WriteAsync(Account, static tx => Users.Insert(tx, Samples.User("bob")), cancel.Token);
        await cancel.CancelAsync();
        release.Set();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write);
        await store.CreateUserAsync("eve");
        Assert.Null(await store.ReadAsync(static tx => Users.Find(tx, Account, "bob")));
    }

    [Fact]
    public async Task An_account_that_does_not_exist_takes_no_writes()
    {
        var store = await Place.OpenWithAccountsAsync();
        var nobody = Policy.AccountId.Parse("999988887777");

        await Assert.ThrowsAnyAsync<StoreException>(() => store.CreateUserAsync("bob", account: nobody));
        await Assert.ThrowsAsync<AccountNotFoundException>(() => store.WriteAsync(nobody, static tx => tx.Changed(ChangeKind.User, "AIDA")));
        await Assert.ThrowsAsync<StoreConflictException>(() => store.CreateAccountAsync(Account));
        Assert.Equal([Account, Other], (await store.ReadAsync(static tx => Accounts.Page(tx, SystemAccount.Id, 10))).Select(static it => it.Id));
    }

    [Fact]
    public async Task Writes_that_wait_when_the_store_closes_are_still_done()
    {
        var store = await Place.OpenWithAccountsAsync();
        var release = HoldWriter(store);
        var writes = Enumerable.Range(0, 20).Select(i => store.CreateUserAsync($"user{i}")).ToArray();
        var closing = Task.Run(async () => await store.DisposeAsync());
        release.Set();
        await Task.WhenAll(writes);
        await closing;

        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.CreateUserAsync("late"));
        var again = Place.Open();
        Assert.Equal(20, await again.ReadAsync(static tx => Users.Count(tx, Account)));
    }

    [Fact]
    public async Task Rows_without_a_place_in_the_feed_raise_no_revision()
    {
        var store = await Place.OpenWithAccountsAsync();
        var user = await store.CreateUserAsync("bob");
        await store.AppendAsync(tx => LastUsed.Record(tx, [new LastUsedRecord { Account = Account, Id = user.Id, At = tx.Now }]));

        Assert.Equal(2, await store.ReadAsync(static tx => tx.RevisionOf(Account)));
        Assert.Equal(Place.Time.GetUtcNow(), (await store.ReadAsync(static tx => Users.Find(tx, Account, "bob")))?.PasswordLastUsed);
    }

    private static bool Note(List<int> order, int number)
    {
        lock (order)
        {
            order.Add(number);
            return true;
        }
    }

    // Keeps the writer of the account busy, so that what is written next waits and makes one batch.
    private static ManualResetEventSlim HoldWriter(IStore store)
    {
        var (begun, release) = (new ManualResetEventSlim(), new ManualResetEventSlim());
        _ = store.WriteAsync(Account, _ =>
        {
            begun.Set();
            release.Wait(TimeSpan.FromSeconds(30));
        });
        begun.Wait(TimeSpan.FromSeconds(30));
        return release;
    }
}
