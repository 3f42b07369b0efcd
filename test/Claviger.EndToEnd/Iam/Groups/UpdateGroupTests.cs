namespace Claviger.EndToEnd;

public sealed class UpdateGroupTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "UpdateGroup", Aspect.Works)]
    public async Task Renames_and_moves_a_group_that_keeps_its_members()
    {
        var made = await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "old" });
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "member" });
        await account.Root.Iam.CallAsync("AddUserToGroup", new { GroupName = "old", UserName = "member" });
        await account.Root.Iam.CallAsync("UpdateGroup", new { GroupName = "old", NewGroupName = "new", NewPath = "/moved/" });
        var got = await account.Root.Iam.CallAsync("GetGroup", new { GroupName = "new" });
        Assert.Equal(account.Arn("group/moved/new"), got["Group.Arn"]);
        Assert.Equal(made["Group.GroupId"], got["Group.GroupId"]);
        Assert.Equal(made["Group.CreateDate"], got["Group.CreateDate"]);
        Assert.Equal(["member"], got.Texts("Users", "UserName"));
    }

    [Fact, Covers("iam", "UpdateGroup", Aspect.Refuses)]
    public async Task Refuses_names_that_are_taken_or_missing()
    {
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "one" });
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "two" });
        Assert.Equal(
            new SdkError("EntityAlreadyExists", 409, "Group with name TWO already exists."),
            await account.Root.Iam.FailAsync("UpdateGroup", new { GroupName = "one", NewGroupName = "TWO" }));
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The group with name zero cannot be found."),
            await account.Root.Iam.FailAsync("UpdateGroup", new { GroupName = "zero", NewGroupName = "two" }));
    }

    [Fact, Covers("iam", "UpdateGroup", Aspect.Denies)]
    public async Task Needs_the_permission_on_the_old_and_on_the_new_name()
    {
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "guarded", Path = "/low/" });
        var oscar = await account.NewUserAsync("oscar");
        Assert.Equal(
            account.Denied("oscar", "iam:UpdateGroup", "group guarded"),
            await oscar.Iam.FailAsync("UpdateGroup", new { GroupName = "guarded", NewGroupName = "won" }));
        var half = await account.NewUserAsync("half", TestAccount.AllowOn(account.Arn("group/low/*"), "iam:UpdateGroup"));
        Assert.Equal(
            account.Denied("half", "iam:UpdateGroup", account.Arn("group/high/guarded")),
            await half.Iam.FailAsync("UpdateGroup", new { GroupName = "guarded", NewPath = "/high/" }));
        Assert.Equal("/low/", (await account.Root.Iam.CallAsync("GetGroup", new { GroupName = "guarded" }))["Group.Path"]);
    }
}
