namespace Claviger.EndToEnd;

public sealed class CreateGroupTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "CreateGroup", Aspect.Works)]
    public async Task Makes_a_group_under_a_path()
    {
        var made = await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "Admins", Path = "/eng/" });
        Assert.Equal(account.Arn("group/eng/Admins"), made["Group.Arn"]);
        Assert.Matches("^AGPA[A-Z2-7]{17}$", made["Group.GroupId"]);
        var got = await account.Root.Iam.CallAsync("GetGroup", new { GroupName = "ADMINS" });
        Assert.Equal(made["Group"], got["Group"]);
        Assert.Equal("[]", got["Users"]);
        Assert.Equal("/", (await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "plain" }))["Group.Path"]);
    }

    [Fact, Covers("iam", "CreateGroup", Aspect.Refuses)]
    public async Task Rejects_a_second_group_whose_name_differs_only_in_case()
    {
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "Taken" });
        Assert.Equal(
            new SdkError("EntityAlreadyExists", 409, "Group with name tAKEN already exists."),
            await account.Root.Iam.FailAsync("CreateGroup", new { GroupName = "tAKEN" }));
    }

    [Fact, Covers("iam", "CreateGroup", Aspect.Refuses)]
    public async Task Refuses_a_malformed_name() => Assert.Equal(
        new SdkError(
            "ValidationError", 400, "The specified value for groupName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-"),
        await account.Root.Iam.FailAsync("CreateGroup", new { GroupName = "a/b" }));

    [Fact, Covers("iam", "CreateGroup", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var leo = await account.NewUserAsync("leo");
        Assert.Equal(
            account.Denied("leo", "iam:CreateGroup", account.Arn("group/x/mine")),
            await leo.Iam.FailAsync("CreateGroup", new { GroupName = "mine", Path = "/x/" }));
        Assert.Equal("NoSuchEntity", (await account.Root.Iam.FailAsync("GetGroup", new { GroupName = "mine" })).Code);
    }
}
