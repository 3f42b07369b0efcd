using static Claviger.Store.Conformance.StoreUnderTest;

namespace Claviger.Store.Conformance;

/// <summary>It is known for a while, and within bounds, why calls were denied.</summary>
public abstract class DenialConformance(StoreUnderTest place) : StoreConformance(place)
{
    private static readonly DenialRetention Bounds = new(TimeSpan.FromHours(24), 3, 1_000);

    [Fact]
    public async Task A_denial_is_found_by_its_id_in_its_account_alone()
    {
        var store = await Place.OpenWithAccountsAsync();
        await AddAsync(store, Account, "a1");

        Assert.Equal([1, 2], (await store.ReadAsync(static tx => DenialTable.Find(tx, Account, "a1")))!.Content);
        Assert.Null(await store.ReadAsync(static tx => DenialTable.Find(tx, Other, "a1")));
        Assert.Null(await store.ReadAsync(static tx => DenialTable.Find(tx, Account, "a2")));
    }

    [Fact]
    public async Task What_is_older_than_it_is_kept_goes_with_the_policies_that_nothing_newer_used()
    {
        var store = await Place.OpenWithAccountsAsync();
        await AddAsync(store, Account, "old", policies: ["unused", "used"]);
        Place.Time.Advance(TimeSpan.FromHours(12));
        await AddAsync(store, Account, "new", policies: ["used"]);
        Place.Time.Advance(TimeSpan.FromHours(13));

        await Bounds.ApplyAsync(store, Place.Time.GetUtcNow());

        Assert.Equal(["new"], await KeptAsync(store, Account, "old", "new"));
        Assert.Null(await store.ReadAsync(static tx => DenialTable.FindPolicy(tx, "unused")));
        Assert.Equal([7], await store.ReadAsync(static tx => DenialTable.FindPolicy(tx, "used")));
    }

    [Fact]
    public async Task An_account_keeps_its_newest_and_takes_nothing_from_another()
    {
        var store = await Place.OpenWithAccountsAsync();
        await AddAsync(store, Other, "theirs");
        foreach (var id in new[] { "1", "2", "3", "4", "5" })
        {
            Place.Time.Advance(TimeSpan.FromSeconds(1));
            await AddAsync(store, Account, id);
        }

        await Bounds.ApplyAsync(store, Place.Time.GetUtcNow());

        Assert.Equal(["3", "4", "5"], await KeptAsync(store, Account, "1", "2", "3", "4", "5"));
        Assert.Equal(["theirs"], await KeptAsync(store, Other, "theirs"));
    }

    [Fact]
    public async Task The_oldest_go_when_all_together_are_too_much()
    {
        var store = await Place.OpenWithAccountsAsync();
        foreach (var id in new[] { "1", "2", "3" })
        {
            await AddAsync(store, Account, id, size: 450);
            Place.Time.Advance(TimeSpan.FromMinutes(1));
        }

        await Bounds.ApplyAsync(store, Place.Time.GetUtcNow());

        Assert.Equal(["2", "3"], await KeptAsync(store, Account, "1", "2", "3"));
    }

    private static Task AddAsync(IStore store, Policy.AccountId account, string id, int size = 0, params string[] policies) => store.AppendAsync(tx =>
    {
        foreach (var policy in policies)
        {
            DenialTable.KeepPolicy(tx, policy, [7]);
        }

        DenialTable.Add(tx, new DenialRecord { Id = id, Account = account, At = tx.Now, Content = size == 0 ? [1, 2] : new byte[size] });
    });

    private static ValueTask<string[]> KeptAsync(IStore store, Policy.AccountId account, params string[] ids) =>
        store.ReadAsync(tx => ids.Where(id => DenialTable.Find(tx, account, id) is not null).ToArray());
}
