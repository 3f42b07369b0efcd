namespace Claviger.EndToEnd;

public sealed class DeleteUserPolicyTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "DeleteUserPolicy", Aspect.Works)]
    public async Task Takes_the_permissions_away_with_the_next_call()
    {
        var who = await account.NewUserAsync("effect");
        await account.Root.Iam.CallAsync("PutUserPolicy", new { UserName = "effect", PolicyName = "P", PolicyDocument = TestAccount.Allow("iam:ListUsers") });
        await who.Iam.CallAsync("ListUsers");
        await account.Root.Iam.CallAsync("DeleteUserPolicy", new { UserName = "effect", PolicyName = "p" });
        Assert.Equal("AccessDenied", (await who.Iam.FailAsync("ListUsers")).Code);
        Assert.Empty((await account.Root.Iam.CallAsync("ListUserPolicies", new { UserName = "effect" })).List("PolicyNames"));
    }

    [Fact, Covers("iam", "DeleteUserPolicy", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "plain" });
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The user policy with name none cannot be found."),
            await account.Root.Iam.FailAsync("DeleteUserPolicy", new { UserName = "plain", PolicyName = "none" }));
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The user with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("DeleteUserPolicy", new { UserName = "nobody", PolicyName = "none" }));
    }

    [Fact, Covers("iam", "DeleteUserPolicy", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var mallory = await account.NewUserAsync("mallory");
        await account.Root.Iam.CallAsync("PutUserPolicy", new { UserName = "mallory", PolicyName = "p", PolicyDocument = TestAccount.Allow("s3:GetObject") });
        Assert.Equal(
            account.Denied("mallory", "iam:DeleteUserPolicy", "user mallory"),
            await mallory.Iam.FailAsync("DeleteUserPolicy", new { UserName = "mallory", PolicyName = "p" }));
        Assert.Single((await account.Root.Iam.CallAsync("ListUserPolicies", new { UserName = "mallory" })).List("PolicyNames"));
    }
}
