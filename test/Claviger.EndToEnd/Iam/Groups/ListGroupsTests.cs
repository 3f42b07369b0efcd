namespace Claviger.EndToEnd;

public sealed class ListGroupsTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ListGroups", Aspect.Works)]
    public async Task Lists_groups_of_a_path_by_name_in_pages()
    {
        foreach (var name in new[] { "zeta", "Eta", "beta" })
        {
            await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = name, Path = "/greek/" });
        }

        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "latin" });
        var first = await account.Root.Iam.CallAsync("ListGroups", new { PathPrefix = "/greek/", MaxItems = 2 });
        Assert.Equal(["beta", "Eta"], first.Texts("Groups", "GroupName"));
        var second = await account.Root.Iam.CallAsync("ListGroups", new { PathPrefix = "/greek/", Marker = first["Marker"] });
        Assert.Equal(["zeta"], second.Texts("Groups", "GroupName"));
        Assert.Equal(4, (await account.Root.Iam.CallAsync("ListGroups")).List("Groups").Count);
    }

    [Fact, Covers("iam", "ListGroups", Aspect.Refuses)]
    public async Task Refuses_a_prefix_that_does_not_begin_with_a_slash() => Assert.Equal(
        new SdkError(
            "ValidationError",
            400,
            "The specified value for pathPrefix is invalid. It must begin with the / character and contain only alphanumeric characters and/or / characters."),
        await account.Root.Iam.FailAsync("ListGroups", new { PathPrefix = "greek" }));

    [Fact, Covers("iam", "ListGroups", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var nia = await account.NewUserAsync("nia");
        Assert.Equal(account.Denied("nia", "iam:ListGroups", account.Arn("group/")), await nia.Iam.FailAsync("ListGroups"));
    }
}
