namespace Claviger.EndToEnd;

public sealed class DeleteRolePolicyTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "DeleteRolePolicy", Aspect.Works)]
    public async Task Takes_the_permissions_away_with_the_next_call()
    {
        var assumer = await account.NewUserAsync("assumer", TestAccount.Allow("sts:AssumeRole"));
        var who = await account.AssumeAsync(assumer, await account.NewRoleAsync("effect"));
        await account.Root.Iam.CallAsync("PutRolePolicy", new { RoleName = "effect", PolicyName = "P", PolicyDocument = TestAccount.Allow("iam:ListUsers") });
        await who.Iam.CallAsync("ListUsers");
        await account.Root.Iam.CallAsync("DeleteRolePolicy", new { RoleName = "effect", PolicyName = "p" });
        Assert.Equal("AccessDenied", (await who.Iam.FailAsync("ListUsers")).Code);
        Assert.Empty((await account.Root.Iam.CallAsync("ListRolePolicies", new { RoleName = "effect" })).List("PolicyNames"));
    }

    [Fact, Covers("iam", "DeleteRolePolicy", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        await account.NewRoleAsync("plain");
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The role policy with name none cannot be found."),
            await account.Root.Iam.FailAsync("DeleteRolePolicy", new { RoleName = "plain", PolicyName = "none" }));
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The role with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("DeleteRolePolicy", new { RoleName = "nobody", PolicyName = "none" }));
    }

    [Fact, Covers("iam", "DeleteRolePolicy", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var mallory = await account.NewUserAsync("mallory");
        await account.NewRoleAsync("target");
        await account.Root.Iam.CallAsync("PutRolePolicy", new { RoleName = "target", PolicyName = "p", PolicyDocument = TestAccount.Allow("s3:GetObject") });
        Assert.Equal(
            account.Denied("mallory", "iam:DeleteRolePolicy", "role target"),
            await mallory.Iam.FailAsync("DeleteRolePolicy", new { RoleName = "target", PolicyName = "p" }));
        Assert.Single((await account.Root.Iam.CallAsync("ListRolePolicies", new { RoleName = "target" })).List("PolicyNames"));
    }
}
