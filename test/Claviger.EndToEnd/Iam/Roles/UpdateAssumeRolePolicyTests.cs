namespace Claviger.EndToEnd;

public sealed class UpdateAssumeRolePolicyTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "UpdateAssumeRolePolicy", Aspect.Works)]
    public async Task Changes_who_may_assume_the_role_with_the_next_call()
    {
        var amy = await account.NewUserAsync("amy");
        var ben = await account.NewUserAsync("ben");
        var arn = await account.NewRoleAsync("works", TestEntities.Trust(account.Arn("user/amy")));
        await account.AssumeAsync(amy, arn);
        Assert.Equal("AccessDenied", (await ben.Sts.FailAsync("AssumeRole", new { RoleArn = arn, RoleSessionName = "ben" })).Code);
        await account.Root.Iam.CallAsync(
            "UpdateAssumeRolePolicy", new { RoleName = "works", PolicyDocument = TestEntities.Trust(account.Arn("user/ben")) });
        await account.AssumeAsync(ben, arn);
        Assert.Equal("AccessDenied", (await amy.Sts.FailAsync("AssumeRole", new { RoleArn = arn, RoleSessionName = "amy" })).Code);
    }

    [Fact, Covers("iam", "UpdateAssumeRolePolicy", Aspect.Works)]
    public async Task Trusts_nobody_who_has_taken_the_name_of_a_user_that_is_gone()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "gone" });
        var arn = await account.NewRoleAsync("faithful", TestEntities.Trust(account.Arn("user/gone")));
        await account.Root.Iam.CallAsync("DeleteUser", new { UserName = "gone" });
        var heir = await account.NewUserAsync("gone");
        Assert.Equal("AccessDenied", (await heir.Sts.FailAsync("AssumeRole", new { RoleArn = arn, RoleSessionName = "heir" })).Code);
        await account.Root.Iam.CallAsync(
            "UpdateAssumeRolePolicy", new { RoleName = "faithful", PolicyDocument = TestEntities.Trust(account.Arn("user/gone")) });
        await account.AssumeAsync(heir, arn);
    }

    [Fact, Covers("iam", "UpdateAssumeRolePolicy", Aspect.Refuses)]
    public async Task Refuses_unknown_roles_and_principals_and_leaves_the_trust_as_it_was()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The role with name nobody cannot be found."),
            await account.Root.Iam.FailAsync(
                "UpdateAssumeRolePolicy", new { RoleName = "nobody", PolicyDocument = TestEntities.Trust(account.Arn("root")) }));
        await account.NewRoleAsync("kept");
        Assert.Equal(
            new SdkError("MalformedPolicyDocument", 400, $"Invalid principal in policy: \"AWS\":\"{account.Arn("user/nobody")}\""),
            await account.Root.Iam.FailAsync(
                "UpdateAssumeRolePolicy", new { RoleName = "kept", PolicyDocument = TestEntities.Trust(account.Arn("user/nobody")) }));
        var kept = await account.Root.Iam.CallAsync("GetRole", new { RoleName = "kept" });
        Assert.Equal(account.Arn("root"), kept.List("Role.AssumeRolePolicyDocument.Statement.Principal.AWS")[0].Text);
    }

    [Fact, Covers("iam", "UpdateAssumeRolePolicy", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var mallory = await account.NewUserAsync("mallory");
        var arn = await account.NewRoleAsync("target");
        Assert.Equal(
            account.Denied("mallory", "iam:UpdateAssumeRolePolicy", "role target"),
            await mallory.Iam.FailAsync(
                "UpdateAssumeRolePolicy", new { RoleName = "target", PolicyDocument = TestEntities.Trust(account.Arn("user/mallory")) }));
        Assert.Equal("AccessDenied", (await mallory.Sts.FailAsync("AssumeRole", new { RoleArn = arn, RoleSessionName = "mallory" })).Code);
    }
}
