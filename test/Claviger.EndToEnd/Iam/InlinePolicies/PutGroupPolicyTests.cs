namespace Claviger.EndToEnd;

public sealed class PutGroupPolicyTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "PutGroupPolicy", Aspect.Works)]
    public async Task Takes_effect_with_the_next_call_and_replaces_the_policy_of_the_same_name()
    {
        var who = await account.NewUserAsync("member");
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "effect" });
        await account.Root.Iam.CallAsync("AddUserToGroup", new { GroupName = "effect", UserName = "member" });
        await account.Root.Iam.CallAsync("PutGroupPolicy", new { GroupName = "effect", PolicyName = "p", PolicyDocument = TestAccount.Allow("iam:ListUsers") });
        await who.Iam.CallAsync("ListUsers");
        await account.Root.Iam.CallAsync("PutGroupPolicy", new { GroupName = "effect", PolicyName = "p", PolicyDocument = TestAccount.Allow("iam:ListGroups") });
        Assert.Equal("AccessDenied", (await who.Iam.FailAsync("ListUsers")).Code);
        await who.Iam.CallAsync("ListGroups");
        Assert.Single((await account.Root.Iam.CallAsync("ListGroupPolicies", new { GroupName = "effect" })).List("PolicyNames"));
    }

    [Fact, Covers("iam", "PutGroupPolicy", Aspect.Refuses)]
    public async Task Refuses_an_unknown_group_and_documents_that_are_none()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The group with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("PutGroupPolicy", new { GroupName = "nobody", PolicyName = "p", PolicyDocument = TestAccount.Allow("iam:*") }));
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "plain" });
        Assert.Equal(
            new SdkError("MalformedPolicyDocument", 400, "Syntax errors in policy."),
            await account.Root.Iam.FailAsync("PutGroupPolicy", new { GroupName = "plain", PolicyName = "p", PolicyDocument = "{}x" }));
        Assert.Equal(
            new SdkError("MalformedPolicyDocument", 400, "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc."),
            await account.Root.Iam.FailAsync("PutGroupPolicy", new { GroupName = "plain", PolicyName = "p", PolicyDocument = TestAccount.Allow("ListUsers") }));
        Assert.Empty((await account.Root.Iam.CallAsync("ListGroupPolicies", new { GroupName = "plain" })).List("PolicyNames"));
    }

    [Fact, Covers("iam", "PutGroupPolicy", Aspect.Refuses)]
    public async Task Counts_the_characters_of_all_policies_but_no_white_space()
    {
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "long" });
        var half = TestAccount.Allow(Enumerable.Range(0, 5120 / 28).Select(number => $"iam:Get{number:D4}"));
        var spread = half.Replace(",", "," + new string(' ', 20), StringComparison.Ordinal);
        await account.Root.Iam.CallAsync("PutGroupPolicy", new { GroupName = "long", PolicyName = "a", PolicyDocument = spread });
        Assert.Equal(
            new SdkError("LimitExceeded", 409, "Maximum policy size of 5120 bytes exceeded for group long"),
            await account.Root.Iam.FailAsync("PutGroupPolicy", new { GroupName = "long", PolicyName = "b", PolicyDocument = half }));
        await account.Root.Iam.CallAsync("PutGroupPolicy", new { GroupName = "long", PolicyName = "a", PolicyDocument = half });
    }

    [Fact, Covers("iam", "PutGroupPolicy", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var mallory = await account.NewUserAsync("mallory");
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "target" });
        Assert.Equal(
            account.Denied("mallory", "iam:PutGroupPolicy", "group target"),
            await mallory.Iam.FailAsync("PutGroupPolicy", new { GroupName = "target", PolicyName = "p", PolicyDocument = TestAccount.Allow("*") }));
        Assert.Empty((await account.Root.Iam.CallAsync("ListGroupPolicies", new { GroupName = "target" })).List("PolicyNames"));
    }
}
