namespace Claviger.EndToEnd;

public sealed class ListGroupsForUserTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ListGroupsForUser", Aspect.Works)]
    public async Task Lists_a_users_groups_by_name_in_pages()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "social" });
        foreach (var name in new[] { "c", "A", "b", "other" })
        {
            await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = name });
        }

        foreach (var name in new[] { "c", "A", "b" })
        {
            await account.Root.Iam.CallAsync("AddUserToGroup", new { GroupName = name, UserName = "social" });
        }

        var first = await account.Root.Iam.CallAsync("ListGroupsForUser", new { UserName = "social", MaxItems = 2 });
        Assert.Equal(["A", "b"], first.Texts("Groups", "GroupName"));
        var second = await account.Root.Iam.CallAsync("ListGroupsForUser", new { UserName = "social", Marker = first["Marker"] });
        Assert.Equal(["c"], second.Texts("Groups", "GroupName"));
    }

    [Fact, Covers("iam", "ListGroupsForUser", Aspect.Refuses)]
    public async Task Refuses_a_name_that_nobody_has() => Assert.Equal(
        new SdkError("NoSuchEntity", 404, "The user with name nobody cannot be found."),
        await account.Root.Iam.FailAsync("ListGroupsForUser", new { UserName = "nobody" }));

    [Fact, Covers("iam", "ListGroupsForUser", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var sam = await account.NewUserAsync("sam");
        Assert.Equal(
            account.Denied("sam", "iam:ListGroupsForUser", "user sam"), await sam.Iam.FailAsync("ListGroupsForUser", new { UserName = "sam" }));
    }
}
