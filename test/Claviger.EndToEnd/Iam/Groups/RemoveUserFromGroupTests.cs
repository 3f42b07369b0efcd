namespace Claviger.EndToEnd;

public sealed class RemoveUserFromGroupTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "RemoveUserFromGroup", Aspect.Works)]
    public async Task Takes_a_user_out_and_passes_over_one_who_is_not_in()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "leaver" });
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "left" });
        await account.Root.Iam.CallAsync("AddUserToGroup", new { GroupName = "left", UserName = "leaver" });
        await account.Root.Iam.CallAsync("RemoveUserFromGroup", new { GroupName = "left", UserName = "leaver" });
        await account.Root.Iam.CallAsync("RemoveUserFromGroup", new { GroupName = "left", UserName = "leaver" });
        Assert.Empty((await account.Root.Iam.CallAsync("GetGroup", new { GroupName = "left" })).List("Users"));
    }

    [Fact, Covers("iam", "RemoveUserFromGroup", Aspect.Refuses)]
    public async Task Refuses_a_user_or_group_that_does_not_exist()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "lonely" });
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The group with name none cannot be found."),
            await account.Root.Iam.FailAsync("RemoveUserFromGroup", new { GroupName = "none", UserName = "lonely" }));
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The user with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("RemoveUserFromGroup", new { GroupName = "none", UserName = "nobody" }));
    }

    [Fact, Covers("iam", "RemoveUserFromGroup", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var rose = await account.NewUserAsync("rose");
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "bound" });
        await account.Root.Iam.CallAsync("AddUserToGroup", new { GroupName = "bound", UserName = "rose" });
        Assert.Equal(
            account.Denied("rose", "iam:RemoveUserFromGroup", "group bound"),
            await rose.Iam.FailAsync("RemoveUserFromGroup", new { GroupName = "bound", UserName = "rose" }));
        Assert.Single((await account.Root.Iam.CallAsync("GetGroup", new { GroupName = "bound" })).List("Users"));
    }
}
