namespace Claviger.EndToEnd;

public sealed class DeleteUserPermissionsBoundaryTests(TestAccount account) : IClassFixture<TestAccount>
{
    private const string ReadOnly = "arn:aws:iam::aws:policy/IAMReadOnlyAccess";

    [Fact, Covers("iam", "DeleteUserPermissionsBoundary", Aspect.Works)]
    public async Task Lifts_the_cap_with_the_next_call()
    {
        var who = await account.NewUserAsync("effect", TestAccount.Allow("iam:*"));
        await account.Root.Iam.CallAsync("PutUserPermissionsBoundary", new { UserName = "effect", PermissionsBoundary = ReadOnly });
        Assert.Equal("AccessDenied", (await who.Iam.FailAsync("CreateGroup", new { GroupName = "made" })).Code);
        await account.Root.Iam.CallAsync("DeleteUserPermissionsBoundary", new { UserName = "effect" });
        await who.Iam.CallAsync("CreateGroup", new { GroupName = "made" });
        Assert.Null((await account.Root.Iam.CallAsync("GetUser", new { UserName = "effect" }))["User.PermissionsBoundary"]);
    }

    [Fact, Covers("iam", "DeleteUserPermissionsBoundary", Aspect.Refuses)]
    public async Task Refuses_an_unknown_user() => Assert.Equal(
        new SdkError("NoSuchEntity", 404, "The user with name nobody cannot be found."),
        await account.Root.Iam.FailAsync("DeleteUserPermissionsBoundary", new { UserName = "nobody" }));

    [Fact, Covers("iam", "DeleteUserPermissionsBoundary", Aspect.Denies)]
    public async Task Is_denied_to_who_would_lift_a_boundary_that_a_statement_protects()
    {
        var mallory = await account.NewUserAsync("mallory", TestEntities.AllowIf("StringNotEquals", "iam:PermissionsBoundary", ReadOnly, "iam:DeleteUserPermissionsBoundary"));
        await account.Root.Iam.CallAsync("PutUserPermissionsBoundary", new { UserName = "mallory", PermissionsBoundary = ReadOnly });
        Assert.Equal("AccessDenied", (await mallory.Iam.FailAsync("DeleteUserPermissionsBoundary", new { UserName = "mallory" })).Code);
        Assert.Equal(
            ReadOnly,
            (await account.Root.Iam.CallAsync("GetUser", new { UserName = "mallory" }))["User.PermissionsBoundary.PermissionsBoundaryArn"]);
    }

    [Fact, Covers("iam", "DeleteUserPermissionsBoundary", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(account.Denied("eve", "iam:DeleteUserPermissionsBoundary", "user eve"), await eve.Iam.FailAsync("DeleteUserPermissionsBoundary", new { UserName = "eve" }));
    }
}
