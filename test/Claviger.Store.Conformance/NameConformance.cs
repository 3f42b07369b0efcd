using static Claviger.Store.Conformance.StoreUnderTest;

namespace Claviger.Store.Conformance;

/// <summary>Names are unique without regard to case, and kept with it.</summary>
public abstract class NameConformance(StoreUnderTest place) : StoreConformance(place)
{
    [Fact]
    public async Task Finds_a_name_in_any_case_and_gives_it_back_as_it_was_given()
    {
        var store = await Place.OpenWithAccountsAsync();
        var user = await store.CreateUserAsync("Mary.Ann");

        Assert.Equal(user, await store.ReadAsync(static tx => Users.Find(tx, Account, "mary.ANN")));
        Assert.Null(await store.ReadAsync(static tx => Users.Find(tx, Account, "mary.an")));
    }

    [Fact]
    public async Task Rejects_a_second_user_whose_name_differs_only_in_case()
    {
        var store = await Place.OpenWithAccountsAsync();
        var first = await store.CreateUserAsync("Bob");

        await Assert.ThrowsAsync<StoreConflictException>(() => store.CreateUserAsync("bOB"));

        Assert.Equal([first], await store.ReadAsync(static tx => Users.Page(tx, Account, "/", "", 10)));
        await store.CreateUserAsync("Bob2");
    }

    [Fact]
    public async Task Two_accounts_may_use_one_name()
    {
        var store = await Place.OpenWithAccountsAsync();
        var mine = await store.CreateUserAsync("Bob");
        var theirs = await store.CreateUserAsync("Bob", account: Other);

        Assert.Equal(mine, await store.ReadAsync(static tx => Users.Find(tx, Account, "bob")));
        Assert.Equal(theirs, await store.ReadAsync(static tx => Users.Find(tx, Other, "bob")));
        Assert.Null(await store.ReadAsync(tx => Users.ById(tx, Account, theirs.Id)));
        Assert.Equal(theirs, await store.ReadAsync(tx => Users.ById(tx, theirs.Id)));
    }

    [Fact]
    public async Task A_name_is_free_again_after_a_rename_and_after_a_deletion()
    {
        var store = await Place.OpenWithAccountsAsync();
        var bob = await store.CreateUserAsync("Bob");
        await store.WriteAsync(Account, tx => Users.Update(tx, bob with { Name = "Rob" }));
        var second = await store.CreateUserAsync("bob");
        await store.WriteAsync(Account, tx => Users.Delete(tx, second));
        await store.CreateUserAsync("BOB");

        Assert.Equal("Rob", (await store.ReadAsync(tx => Users.ById(tx, Account, bob.Id)))?.Name);
        Assert.Equal(2, await store.ReadAsync(static tx => Users.Count(tx, Account)));
    }

    [Fact]
    public async Task A_rename_may_change_the_case_alone_but_not_take_a_name()
    {
        var store = await Place.OpenWithAccountsAsync();
        var bob = await store.CreateUserAsync("bob");
        await store.CreateUserAsync("Eve");

        await store.WriteAsync(Account, tx => Users.Update(tx, bob with { Name = "BOB" }));
        await Assert.ThrowsAsync<StoreConflictException>(
            () => store.WriteAsync(Account, tx => Users.Update(tx, bob with { Name = "EVE" })));

        Assert.Equal("BOB", (await store.ReadAsync(tx => Users.ById(tx, Account, bob.Id)))?.Name);
    }

    [Fact]
    public async Task An_alias_and_a_root_email_belong_to_one_account_of_the_deployment()
    {
        var store = await Place.OpenWithAccountsAsync();
        await store.WriteAsync(Account, static tx => Accounts.Update(tx, Accounts.Find(tx, Account)! with { Alias = "acme" }));

        await Assert.ThrowsAsync<StoreConflictException>(
            () => store.WriteAsync(Other, static tx => Accounts.Update(tx, Accounts.Find(tx, Other)! with { Alias = "acme" })));
        await Assert.ThrowsAsync<StoreConflictException>(
            () => store.WriteAsync(Other, static tx => Accounts.Update(tx, Accounts.Find(tx, Other)! with { RootEmail = $"ROOT@{Account}.example" })));

        Assert.Equal(Account, (await store.ReadAsync(static tx => Accounts.ByAlias(tx, "acme")))?.Id);
        Assert.Equal(Account, (await store.ReadAsync(static tx => Accounts.ByRootEmail(tx, $"Root@{Account}.Example")))?.Id);
    }
}
