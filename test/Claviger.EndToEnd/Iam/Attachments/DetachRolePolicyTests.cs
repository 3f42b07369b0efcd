namespace Claviger.EndToEnd;

public sealed class DetachRolePolicyTests(TestAccount account) : IClassFixture<TestAccount>
{
    private const string ReadOnly = "arn:aws:iam::aws:policy/IAMReadOnlyAccess";

    [Fact, Covers("iam", "DetachRolePolicy", Aspect.Works)]
    public async Task Takes_the_permissions_away_with_the_next_call()
    {
        var assumer = await account.NewUserAsync("assumer", TestAccount.Allow("sts:AssumeRole"));
        var who = await account.AssumeAsync(assumer, await account.NewRoleAsync("effect"));
        await account.Root.Iam.CallAsync("AttachRolePolicy", new { RoleName = "effect", PolicyArn = ReadOnly });
        await who.Iam.CallAsync("ListUsers");
        await account.Root.Iam.CallAsync("DetachRolePolicy", new { RoleName = "effect", PolicyArn = ReadOnly });
        Assert.Equal("AccessDenied", (await who.Iam.FailAsync("ListUsers")).Code);
        Assert.Empty((await account.Root.Iam.CallAsync("ListAttachedRolePolicies", new { RoleName = "effect" })).List("AttachedPolicies"));
    }

    [Fact, Covers("iam", "DetachRolePolicy", Aspect.Refuses)]
    public async Task Refuses_what_is_not_attached()
    {
        await account.NewRoleAsync("plain");
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, $"Policy {ReadOnly} was not found."),
            await account.Root.Iam.FailAsync("DetachRolePolicy", new { RoleName = "plain", PolicyArn = ReadOnly }));
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The role with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("DetachRolePolicy", new { RoleName = "nobody", PolicyArn = ReadOnly }));
        Assert.Equal(
            new SdkError("ValidationError", 400, "1 validation error detected: Value at 'policyArn' failed to satisfy constraint: Member must not be null"),
            await account.Root.Iam.FailAsync("DetachRolePolicy", new { RoleName = "plain" }));
    }

    [Fact, Covers("iam", "DetachRolePolicy", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var mallory = await account.NewUserAsync("mallory");
        await account.NewRoleAsync("target");
        await account.Root.Iam.CallAsync("AttachRolePolicy", new { RoleName = "target", PolicyArn = ReadOnly });
        Assert.Equal(
            account.Denied("mallory", "iam:DetachRolePolicy", "role target"),
            await mallory.Iam.FailAsync("DetachRolePolicy", new { RoleName = "target", PolicyArn = ReadOnly }));
        Assert.Single((await account.Root.Iam.CallAsync("ListAttachedRolePolicies", new { RoleName = "target" })).List("AttachedPolicies"));
    }
}
