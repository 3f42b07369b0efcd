namespace Claviger.EndToEnd;

public sealed class AddUserToGroupTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "AddUserToGroup", Aspect.Works)]
    public async Task Gives_a_user_what_its_group_may_at_once()
    {
        var user = await account.NewUserAsync("joiner");
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "readers" });
        await account.Root.Iam.CallAsync(
            "PutGroupPolicy", new { GroupName = "readers", PolicyName = "read", PolicyDocument = TestAccount.Allow("iam:ListUsers") });
        await user.Iam.FailAsync("ListUsers");
        await account.Root.Iam.CallAsync("AddUserToGroup", new { GroupName = "readers", UserName = "joiner" });
        await account.Root.Iam.CallAsync("AddUserToGroup", new { GroupName = "READERS", UserName = "JOINER" });
        await user.Iam.CallAsync("ListUsers");
        Assert.Single((await account.Root.Iam.CallAsync("GetGroup", new { GroupName = "readers" })).List("Users"));
    }

    [Fact, Covers("iam", "AddUserToGroup", Aspect.Refuses)]
    public async Task Refuses_the_eleventh_group_of_a_user()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "busy" });
        for (var number = 1; number <= 11; number++)
        {
            await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = $"g{number}" });
        }

        for (var number = 1; number <= 10; number++)
        {
            await account.Root.Iam.CallAsync("AddUserToGroup", new { GroupName = $"g{number}", UserName = "busy" });
        }

        Assert.Equal(
            new SdkError("LimitExceeded", 409, "Cannot exceed quota for GroupsPerUser: 10"),
            await account.Root.Iam.FailAsync("AddUserToGroup", new { GroupName = "g11", UserName = "busy" }));
        await account.Root.Iam.CallAsync("AddUserToGroup", new { GroupName = "g10", UserName = "busy" });
    }

    [Fact, Covers("iam", "AddUserToGroup", Aspect.Refuses)]
    public async Task Refuses_a_user_or_group_that_does_not_exist()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "lonely" });
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "empty" });
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The user with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("AddUserToGroup", new { GroupName = "empty", UserName = "nobody" }));
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The group with name none cannot be found."),
            await account.Root.Iam.FailAsync("AddUserToGroup", new { GroupName = "none", UserName = "lonely" }));
    }

    [Fact, Covers("iam", "AddUserToGroup", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "admins" });
        var quinn = await account.NewUserAsync("quinn");
        Assert.Equal(
            account.Denied("quinn", "iam:AddUserToGroup", "group admins"),
            await quinn.Iam.FailAsync("AddUserToGroup", new { GroupName = "admins", UserName = "quinn" }));
        Assert.Empty((await account.Root.Iam.CallAsync("GetGroup", new { GroupName = "admins" })).List("Users"));
    }
}
