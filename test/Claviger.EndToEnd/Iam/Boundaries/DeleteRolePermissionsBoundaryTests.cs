namespace Claviger.EndToEnd;

public sealed class DeleteRolePermissionsBoundaryTests(TestAccount account) : IClassFixture<TestAccount>
{
    private const string ReadOnly = "arn:aws:iam::aws:policy/IAMReadOnlyAccess";

    [Fact, Covers("iam", "DeleteRolePermissionsBoundary", Aspect.Works)]
    public async Task Lifts_the_cap_with_the_next_call()
    {
        var assumer = await account.NewUserAsync("assumer", TestAccount.Allow("sts:AssumeRole"));
        var who = await account.AssumeAsync(assumer, await account.NewRoleAsync("effect", policy: TestAccount.Allow("iam:*")));
        await account.Root.Iam.CallAsync("PutRolePermissionsBoundary", new { RoleName = "effect", PermissionsBoundary = ReadOnly });
        Assert.Equal("AccessDenied", (await who.Iam.FailAsync("CreateGroup", new { GroupName = "made" })).Code);
        await account.Root.Iam.CallAsync("DeleteRolePermissionsBoundary", new { RoleName = "effect" });
        await who.Iam.CallAsync("CreateGroup", new { GroupName = "made" });
        Assert.Null((await account.Root.Iam.CallAsync("GetRole", new { RoleName = "effect" }))["Role.PermissionsBoundary"]);
    }

    [Fact, Covers("iam", "DeleteRolePermissionsBoundary", Aspect.Refuses)]
    public async Task Refuses_an_unknown_role() => Assert.Equal(
        new SdkError("NoSuchEntity", 404, "The role with name nobody cannot be found."),
        await account.Root.Iam.FailAsync("DeleteRolePermissionsBoundary", new { RoleName = "nobody" }));

    [Fact, Covers("iam", "DeleteRolePermissionsBoundary", Aspect.Denies)]
    public async Task Is_denied_to_who_would_lift_a_boundary_that_a_statement_protects()
    {
        var mallory = await account.NewUserAsync("mallory", TestEntities.AllowIf("StringNotEquals", "iam:PermissionsBoundary", ReadOnly, "iam:DeleteRolePermissionsBoundary"));
        await account.NewRoleAsync("target");
        await account.Root.Iam.CallAsync("PutRolePermissionsBoundary", new { RoleName = "target", PermissionsBoundary = ReadOnly });
        Assert.Equal("AccessDenied", (await mallory.Iam.FailAsync("DeleteRolePermissionsBoundary", new { RoleName = "target" })).Code);
        Assert.Equal(
            ReadOnly,
            (await account.Root.Iam.CallAsync("GetRole", new { RoleName = "target" }))["Role.PermissionsBoundary.PermissionsBoundaryArn"]);
    }

    [Fact, Covers("iam", "DeleteRolePermissionsBoundary", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        await account.NewRoleAsync("eve");
        Assert.Equal(account.Denied("eve", "iam:DeleteRolePermissionsBoundary", "role eve"), await eve.Iam.FailAsync("DeleteRolePermissionsBoundary", new { RoleName = "eve" }));
    }
}
