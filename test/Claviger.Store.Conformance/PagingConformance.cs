using static Claviger.Store.Conformance.StoreUnderTest;

namespace Claviger.Store.Conformance;

/// <summary>Pages are cut by key: in one order everywhere, and unmoved by what is written between them.</summary>
public abstract class PagingConformance(StoreUnderTest place) : StoreConformance(place)
{
    [Fact]
    public async Task Pages_follow_the_order_of_the_bytes_of_folded_names()
    {
        var store = await Place.OpenWithAccountsAsync();
        string[] names = ["_x", "-x", ".x", "=x", "@x", ",x", "+x", "0x", "9x", "ax", "Bx", "cx", "Zx", "a_", "a-", "aZ", "A0", "é", "Ö", "ß"];
        foreach (var name in names)
        {
            await store.CreateUserAsync(name);
        }

        var read = await ReadInPagesAsync(store, "/", 3);

        Assert.Equal(names.OrderBy(NameKey.Of, StringComparer.Ordinal), read);
    }

    [Fact]
    public async Task An_insertion_before_a_marker_does_not_shift_the_next_page()
    {
        var store = await Place.OpenWithAccountsAsync();
        foreach (var name in (string[])["b", "d", "f", "h"])
        {
            await store.CreateUserAsync(name);
        }

        var first = await store.ReadAsync(static tx => Users.Page(tx, Account, "/", "", 2));
        await store.CreateUserAsync("a");
        await store.CreateUserAsync("c");
        await store.CreateUserAsync("e");
        await store.WriteAsync(Account, tx => Users.Delete(tx, first[1]));
        var second = await store.ReadAsync(tx => Users.Page(tx, Account, "/", NameKey.Of(first[^1].Name), 10));

        Assert.Equal(["b", "d"], first.Select(static user => user.Name));
        Assert.Equal(["e", "f", "h"], second.Select(static user => user.Name));
    }

    [Fact]
    public async Task A_part_of_a_name_is_found_in_any_case_and_holds_no_wildcards()
    {
        var store = await Place.OpenWithAccountsAsync();
        await store.CreateUserAsync("Alice", "/eng/");
        await store.CreateUserAsync("malice");
        await store.CreateUserAsync("a_b");
        await store.CreateUserAsync("a-b");
        async Task<IEnumerable<string>> FindAsync(string part, int limit = 10) =>
            (await store.ReadAsync(tx => Users.Holding(tx, Account, part, "", limit))).Select(static user => user.Name);

        Assert.Equal(["Alice", "malice"], await FindAsync("aLICe"));
        Assert.Equal(["Alice"], await FindAsync("alice", limit: 1));
        Assert.Empty(await FindAsync("/eng/"));
        Assert.Equal(["a_b"], await FindAsync("a_b"));
        Assert.Empty(await FindAsync("%"));
        Assert.Empty(await FindAsync(@"\"));
    }

    [Fact]
    public async Task A_path_prefix_is_compared_exactly_and_holds_no_wildcards()
    {
        var store = await Place.OpenWithAccountsAsync();
        await store.CreateUserAsync("one", "/eng/");
        await store.CreateUserAsync("two", "/eng/ops/");
        await store.CreateUserAsync("three", "/ENG/");
        await store.CreateUserAsync("four", "/engine/");
        await store.CreateUserAsync("five", "/e_g/");
        await store.CreateUserAsync("six", "/~/");

        Assert.Equal(["one", "two"], await ReadInPagesAsync(store, "/eng/", 1));
        Assert.Equal(["four", "one", "two"], await ReadInPagesAsync(store, "/eng", 2));
        Assert.Equal(["five"], await ReadInPagesAsync(store, "/e_", 10));
        Assert.Equal(["six"], await ReadInPagesAsync(store, "/~", 10));
        Assert.Equal(6, (await ReadInPagesAsync(store, "/", 2)).Count);
    }

    [Fact]
    public async Task Attachments_are_paged_from_both_sides()
    {
        var store = await Place.OpenWithAccountsAsync();
        UserRecord[] users = [await store.CreateUserAsync("u1"), await store.CreateUserAsync("u2"), await store.CreateUserAsync("u3")];
        string[] arns = ["arn:aws:iam::aws:policy/B", "arn:aws:iam::aws:policy/a", "arn:aws:iam::aws:policy/C"];
        await store.WriteAsync(Account, tx =>
        {
            foreach (var user in users)
            {
                foreach (var arn in arns)
                {
                    Attachments.Insert(tx, new AttachmentRecord { Account = Account, EntityId = user.Id, PolicyArn = arn });
                }
            }
        });

        using var tx = store.OpenRead();
        var ofUser = Attachments.Page(tx, Account, users[0].Id, "", 2);
        var ofUserNext = Attachments.Page(tx, Account, users[0].Id, ofUser[^1].PolicyArn, 2);
        var ofPolicy = Attachments.OfPolicy(tx, Account, arns[1], "", 2);
        var ofPolicyNext = Attachments.OfPolicy(tx, Account, arns[1], ofPolicy[^1].EntityId, 2);

        Assert.Equal(arns.Order(StringComparer.Ordinal), ofUser.Concat(ofUserNext).Select(static it => it.PolicyArn));
        Assert.Equal(users.Select(static it => it.Id).Order(StringComparer.Ordinal), ofPolicy.Concat(ofPolicyNext).Select(static it => it.EntityId));
        Assert.Equal(3, Attachments.CountOfPolicy(tx, Account, arns[0]));
        Assert.Equal(3, Attachments.Counts(tx, Account)[arns[2]]);
    }

    [Fact]
    public async Task Members_are_paged_from_both_sides_by_name()
    {
        var store = await Place.OpenWithAccountsAsync();
        var (crew, admins) = (Samples.Group("crew"), Samples.Group("Admins"));
        UserRecord[] users = [await store.CreateUserAsync("c"), await store.CreateUserAsync("A"), await store.CreateUserAsync("b")];
        await store.WriteAsync(Account, tx =>
        {
            Groups.Insert(tx, crew);
            Groups.Insert(tx, admins);
            Array.ForEach(users, user => Memberships.Insert(tx, crew.Id, user.Id));
            Memberships.Insert(tx, admins.Id, users[0].Id);
            Memberships.Insert(tx, admins.Id, users[0].Id);
        });

        using var tx = store.OpenRead();
        Assert.Equal(["A", "b"], Memberships.UsersOf(tx, Account, crew.Id, "", 2).Select(static it => it.Name));
        Assert.Equal(["c"], Memberships.UsersOf(tx, Account, crew.Id, "B", 2).Select(static it => it.Name));
        Assert.Equal(["Admins", "crew"], Memberships.GroupsOf(tx, Account, users[0].Id).Select(static it => it.Name));
        Assert.Equal(3, Memberships.CountUsersOf(tx, crew.Id));
        Assert.Equal(2, Memberships.CountGroupsOf(tx, users[0].Id));
    }

    private static async Task<List<string>> ReadInPagesAsync(IStore store, string pathPrefix, int limit)
    {
        var names = new List<string>();
        IReadOnlyList<UserRecord> page;
        do
        {
            var after = names.Count == 0 ? "" : NameKey.Of(names[^1]);
            page = await store.ReadAsync(tx => Users.Page(tx, Account, pathPrefix, after, limit));
            names.AddRange(page.Select(static user => user.Name));
        }
        while (page.Count == limit);
        return names;
    }
}
