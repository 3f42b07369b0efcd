using System.Text;
using static Claviger.Store.Conformance.StoreUnderTest;

namespace Claviger.Store.Conformance;

/// <summary>The audit trail is part of its writes, chained so that nothing can be changed or taken out unseen, and kept as long as is asked.</summary>
public abstract class AuditConformance(StoreUnderTest place) : StoreConformance(place)
{
    [Fact]
    public async Task An_event_stands_or_falls_with_its_write()
    {
        var store = await Place.OpenWithAccountsAsync();
        await store.WriteAsync(Account, static tx => tx.Audit("one"u8.ToArray()));
        await Assert.ThrowsAsync<InvalidDataException>(() => store.WriteAsync(Account, static tx =>
        {
            tx.Audit("lost"u8.ToArray());
            throw new InvalidDataException();
        }));
        await Task.WhenAll(Enumerable.Range(2, 9).Select(i => store.WriteAsync(Account, tx => tx.Audit(Encoding.UTF8.GetBytes($"{i}")))));
        await store.WriteAsync(Other, static tx => tx.Audit("theirs"u8.ToArray()));

        var events = await EventsAsync(store);
        Assert.Equal(["one", "2", "3", "4", "5", "6", "7", "8", "9", "10"], events.Select(static it => Encoding.UTF8.GetString(it.Content)));
        AssertChained(events);
    }

    [Fact]
    public async Task The_chain_goes_on_when_the_store_is_opened_again()
    {
        var store = await Place.OpenWithAccountsAsync();
        await store.WriteAsync(Account, static tx => tx.Audit("one"u8.ToArray()));
        await store.DisposeAsync();
        var again = Place.Open();
        await again.WriteAsync(Account, static tx =>
        {
            tx.Audit("two"u8.ToArray());
            tx.Audit("three"u8.ToArray());
        });

        var events = await EventsAsync(again);
        Assert.Equal(3, events.Count);
        AssertChained(events);
    }

    [Fact]
    public async Task Events_and_blocks_are_read_from_the_newest_back()
    {
        var store = await Place.OpenWithAccountsAsync();
        var start = Place.Time.GetUtcNow();
        for (var i = 0; i < 4; i++)
        {
            await store.WriteAsync(Account, tx => tx.Audit(new[] { (byte)i }));
            await store.WriteAsync(Other, tx => tx.Audit("theirs"u8.ToArray()));
            await store.AppendAsync(tx => AuditLog.AppendBlock(tx, new[] { (byte)(10 + i) }));
            Place.Time.Advance(TimeSpan.FromMinutes(1));
        }

        var (first, last) = (start.AddMinutes(1), start.AddMinutes(3));
        Assert.Equal(
            [2, 1], (await store.ReadAsync(tx => AuditLog.ReadNewestEvents(tx, Account, first, last, 10))).Select(static it => it.Content[0]));
        Assert.Equal([2], (await store.ReadAsync(tx => AuditLog.ReadNewestEvents(tx, Account, first, last, 1))).Select(static it => it.Content[0]));
        Assert.Equal(start.AddMinutes(2), await store.ReadAsync(tx => AuditLog.TimeOfNewestBlock(tx, first, last)));
        Assert.Null(await store.ReadAsync(tx => AuditLog.TimeOfNewestBlock(tx, last.AddMinutes(5), last.AddMinutes(6))));
    }

    [Fact]
    public async Task Blocks_are_chained_and_read_by_time()
    {
        var store = await Place.OpenWithAccountsAsync();
        for (var i = 0; i < 4; i++)
        {
            await store.AppendAsync(static tx => AuditLog.AppendBlock(tx, new byte[] { 1, 0, 2 }));
            Place.Time.Advance(TimeSpan.FromMinutes(1));
        }

        var now = Place.Time.GetUtcNow();
        var all = await store.ReadAsync(static tx => AuditLog.ReadBlocks(tx, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, 0, 10));
        AssertChained(all);
        Assert.Equal(
            [2L, 3L],
            (await store.ReadAsync(tx => AuditLog.ReadBlocks(tx, now.AddMinutes(-3), now.AddMinutes(-1), 0, 10))).Select(static it => it.Link.Sequence));
        Assert.Equal(
            [4L],
            (await store.ReadAsync(static tx => AuditLog.ReadBlocks(tx, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, 3, 10)))
                .Select(static it => it.Link.Sequence));
    }

    [Fact]
    public async Task Days_that_are_too_old_are_dropped_whole()
    {
        var store = await Place.OpenWithAccountsAsync();
        await WriteADayEachAsync(store, days: 5, size: 10);

        await new AuditRetention(TimeSpan.FromDays(2), 1_000_000).ApplyAsync(store, Place.Time.GetUtcNow());

        // It is the morning of the sixth day; the fourth and fifth are kept.
        Assert.Equal([4L, 5L], (await EventsAsync(store)).Select(static it => it.Link.Sequence));
        Assert.Equal(
            [4L, 5L],
            (await store.ReadAsync(static tx => AuditLog.ReadBlocks(tx, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, 0, 10)))
                .Select(static it => it.Link.Sequence));
        await store.WriteAsync(Account, static tx => tx.Audit("next"u8.ToArray()));
        AssertChained(await EventsAsync(store));
    }

    [Fact]
    public async Task The_oldest_days_are_dropped_when_there_is_too_much()
    {
        var store = await Place.OpenWithAccountsAsync();
        await WriteADayEachAsync(store, days: 5, size: 100);

        // An event and a block a day: two days fit.
        await new AuditRetention(TimeSpan.FromDays(90), 450).ApplyAsync(store, Place.Time.GetUtcNow());

        Assert.Equal([4L, 5L], (await EventsAsync(store)).Select(static it => it.Link.Sequence));
    }

    [Fact]
    public async Task Much_is_dropped_in_pieces()
    {
        var store = await Place.OpenWithAccountsAsync();
        await store.WriteAsync(Account, static tx =>
        {
            for (var i = 0; i < 4_500; i++)
            {
                tx.Audit(new byte[] { 1 });
            }
        });
        Place.Time.Advance(TimeSpan.FromDays(10));

        await new AuditRetention(TimeSpan.FromDays(1), 1_000_000).ApplyAsync(store, Place.Time.GetUtcNow());

        Assert.Empty(await EventsAsync(store));
    }

    [Fact]
    public async Task Upkeep_drops_rows_of_the_feed_that_every_node_has_had_time_to_read()
    {
        var store = await Place.OpenWithAccountsAsync();
        await store.CreateUserAsync("old");
        Place.Time.Advance(StoreUpkeep.FeedAge);
        await store.CreateUserAsync("new");
        Place.Time.Advance(TimeSpan.FromMinutes(1));

        await StoreUpkeep.DoAsync(store, AuditRetention.Default, Place.Time.GetUtcNow());

        Assert.Equal(1, await store.ReadAsync(static tx => tx.Number(new Sql("SELECT COUNT(*) FROM changes"))));
        Assert.True(await store.WriteAsync(Account, static tx => tx.IsUntouched(2, ["AIDANOBODY"])));
        Assert.False(await store.WriteAsync(Account, static tx => tx.IsUntouched(1, ["AIDANOBODY"])));
    }

    private static void AssertChained(IReadOnlyList<AuditEntry> entries)
    {
        var link = entries[0].Link.Sequence == 1 ? AuditLink.Start : null;
        foreach (var entry in entries)
        {
            if (link is not null)
            {
                var next = link.Next(entry.At, entry.Content);
                Assert.Equal(next.Sequence, entry.Link.Sequence);
                Assert.Equal(next.Hash, entry.Link.Hash);
            }

            link = entry.Link;
        }
    }

    private static async Task<IReadOnlyList<AuditEntry>> EventsAsync(IStore store) =>
        await store.ReadAsync(static tx => AuditLog.ReadEvents(tx, Account, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, 0, 100));

    private async Task WriteADayEachAsync(IStore store, int days, int size)
    {
        for (var i = 0; i < days; i++)
        {
            await store.WriteAsync(Account, tx => tx.Audit(new byte[size]));
            await store.AppendAsync(tx => AuditLog.AppendBlock(tx, new byte[size]));
            Place.Time.Advance(TimeSpan.FromDays(1));
        }
    }
}
