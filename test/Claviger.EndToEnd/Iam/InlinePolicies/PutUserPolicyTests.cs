namespace Claviger.EndToEnd;

public sealed class PutUserPolicyTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "PutUserPolicy", Aspect.Works)]
    public async Task Takes_effect_with_the_next_call_and_replaces_the_policy_of_the_same_name()
    {
        var who = await account.NewUserAsync("effect");
        await account.Root.Iam.CallAsync("PutUserPolicy", new { UserName = "effect", PolicyName = "p", PolicyDocument = TestAccount.Allow("iam:ListUsers") });
        await who.Iam.CallAsync("ListUsers");
        await account.Root.Iam.CallAsync("PutUserPolicy", new { UserName = "effect", PolicyName = "p", PolicyDocument = TestAccount.Allow("iam:ListGroups") });
        Assert.Equal("AccessDenied", (await who.Iam.FailAsync("ListUsers")).Code);
        await who.Iam.CallAsync("ListGroups");
        Assert.Single((await account.Root.Iam.CallAsync("ListUserPolicies", new { UserName = "effect" })).List("PolicyNames"));
    }

    [Fact, Covers("iam", "PutUserPolicy", Aspect.Refuses)]
    public async Task Refuses_an_unknown_user_and_documents_that_are_none()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The user with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("PutUserPolicy", new { UserName = "nobody", PolicyName = "p", PolicyDocument = TestAccount.Allow("iam:*") }));
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "plain" });
        Assert.Equal(
            new SdkError("MalformedPolicyDocument", 400, "Syntax errors in policy."),
            await account.Root.Iam.FailAsync("PutUserPolicy", new { UserName = "plain", PolicyName = "p", PolicyDocument = "{}x" }));
        Assert.Equal(
            new SdkError("MalformedPolicyDocument", 400, "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc."),
            await account.Root.Iam.FailAsync("PutUserPolicy", new { UserName = "plain", PolicyName = "p", PolicyDocument = TestAccount.Allow("ListUsers") }));
        Assert.Empty((await account.Root.Iam.CallAsync("ListUserPolicies", new { UserName = "plain" })).List("PolicyNames"));
    }

    [Fact, Covers("iam", "PutUserPolicy", Aspect.Refuses)]
    public async Task Counts_the_characters_of_all_policies_but_no_white_space()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "long" });
        var half = TestAccount.Allow(Enumerable.Range(0, 2048 / 28).Select(number => $"iam:Get{number:D4}"));
        var spread = half.Replace(",", "," + new string(' ', 20), StringComparison.Ordinal);
        await account.Root.Iam.CallAsync("PutUserPolicy", new { UserName = "long", PolicyName = "a", PolicyDocument = spread });
        Assert.Equal(
            new SdkError("LimitExceeded", 409, "Maximum policy size of 2048 bytes exceeded for user long"),
            await account.Root.Iam.FailAsync("PutUserPolicy", new { UserName = "long", PolicyName = "b", PolicyDocument = half }));
        await account.Root.Iam.CallAsync("PutUserPolicy", new { UserName = "long", PolicyName = "a", PolicyDocument = half });
    }

    [Fact, Covers("iam", "PutUserPolicy", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var mallory = await account.NewUserAsync("mallory");
        Assert.Equal(
            account.Denied("mallory", "iam:PutUserPolicy", "user mallory"),
            await mallory.Iam.FailAsync("PutUserPolicy", new { UserName = "mallory", PolicyName = "p", PolicyDocument = TestAccount.Allow("*") }));
        Assert.Empty((await account.Root.Iam.CallAsync("ListUserPolicies", new { UserName = "mallory" })).List("PolicyNames"));
    }
}
