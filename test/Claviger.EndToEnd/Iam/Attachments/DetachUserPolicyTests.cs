namespace Claviger.EndToEnd;

public sealed class DetachUserPolicyTests(TestAccount account) : IClassFixture<TestAccount>
{
    private const string ReadOnly = "arn:aws:iam::aws:policy/IAMReadOnlyAccess";

    [Fact, Covers("iam", "DetachUserPolicy", Aspect.Works)]
    public async Task Takes_the_permissions_away_with_the_next_call()
    {
        var who = await account.NewUserAsync("effect");
        await account.Root.Iam.CallAsync("AttachUserPolicy", new { UserName = "effect", PolicyArn = ReadOnly });
        await who.Iam.CallAsync("ListUsers");
        await account.Root.Iam.CallAsync("DetachUserPolicy", new { UserName = "effect", PolicyArn = ReadOnly });
        Assert.Equal("AccessDenied", (await who.Iam.FailAsync("ListUsers")).Code);
        Assert.Empty((await account.Root.Iam.CallAsync("ListAttachedUserPolicies", new { UserName = "effect" })).List("AttachedPolicies"));
    }

    [Fact, Covers("iam", "DetachUserPolicy", Aspect.Refuses)]
    public async Task Refuses_what_is_not_attached()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "plain" });
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, $"Policy {ReadOnly} was not found."),
            await account.Root.Iam.FailAsync("DetachUserPolicy", new { UserName = "plain", PolicyArn = ReadOnly }));
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The user with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("DetachUserPolicy", new { UserName = "nobody", PolicyArn = ReadOnly }));
        Assert.Equal(
            new SdkError("ValidationError", 400, "1 validation error detected: Value at 'policyArn' failed to satisfy constraint: Member must not be null"),
            await account.Root.Iam.FailAsync("DetachUserPolicy", new { UserName = "plain" }));
    }

    [Fact, Covers("iam", "DetachUserPolicy", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var mallory = await account.NewUserAsync("mallory");
        await account.Root.Iam.CallAsync("AttachUserPolicy", new { UserName = "mallory", PolicyArn = ReadOnly });
        Assert.Equal(
            account.Denied("mallory", "iam:DetachUserPolicy", "user mallory"),
            await mallory.Iam.FailAsync("DetachUserPolicy", new { UserName = "mallory", PolicyArn = ReadOnly }));
        Assert.Single((await account.Root.Iam.CallAsync("ListAttachedUserPolicies", new { UserName = "mallory" })).List("AttachedPolicies"));
    }
}
