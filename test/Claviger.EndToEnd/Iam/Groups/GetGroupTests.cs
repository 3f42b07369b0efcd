namespace Claviger.EndToEnd;

public sealed class GetGroupTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "GetGroup", Aspect.Works)]
    public async Task Shows_a_group_with_its_users_in_pages()
    {
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "crowd" });
        foreach (var name in new[] { "c", "A", "b" })
        {
            await account.Root.Iam.CallAsync("CreateUser", new { UserName = name });
            await account.Root.Iam.CallAsync("AddUserToGroup", new { GroupName = "crowd", UserName = name });
        }

        var first = await account.Root.Iam.CallAsync("GetGroup", new { GroupName = "crowd", MaxItems = 2 });
        Assert.Equal("crowd", first["Group.GroupName"]);
        Assert.Equal(["A", "b"], first.Texts("Users", "UserName"));
        Assert.Equal("true", first["IsTruncated"]);
        var second = await account.Root.Iam.CallAsync("GetGroup", new { GroupName = "crowd", MaxItems = 2, Marker = first["Marker"] });
        Assert.Equal(["c"], second.Texts("Users", "UserName"));
        Assert.Equal("false", second["IsTruncated"]);
    }

    [Fact, Covers("iam", "GetGroup", Aspect.Refuses)]
    public async Task Refuses_a_name_that_no_group_has() => Assert.Equal(
        new SdkError("NoSuchEntity", 404, "The group with name none cannot be found."),
        await account.Root.Iam.FailAsync("GetGroup", new { GroupName = "none" }));

    [Fact, Covers("iam", "GetGroup", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var mia = await account.NewUserAsync("mia");
        Assert.Equal(account.Denied("mia", "iam:GetGroup", "group none"), await mia.Iam.FailAsync("GetGroup", new { GroupName = "none" }));
    }
}
