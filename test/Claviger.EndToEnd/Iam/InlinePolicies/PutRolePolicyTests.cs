namespace Claviger.EndToEnd;

public sealed class PutRolePolicyTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "PutRolePolicy", Aspect.Works)]
    public async Task Takes_effect_with_the_next_call_and_replaces_the_policy_of_the_same_name()
    {
        var assumer = await account.NewUserAsync("assumer", TestAccount.Allow("sts:AssumeRole"));
        var who = await account.AssumeAsync(assumer, await account.NewRoleAsync("effect"));
        await account.Root.Iam.CallAsync("PutRolePolicy", new { RoleName = "effect", PolicyName = "p", PolicyDocument = TestAccount.Allow("iam:ListUsers") });
        await who.Iam.CallAsync("ListUsers");
        await account.Root.Iam.CallAsync("PutRolePolicy", new { RoleName = "effect", PolicyName = "p", PolicyDocument = TestAccount.Allow("iam:ListGroups") });
        Assert.Equal("AccessDenied", (await who.Iam.FailAsync("ListUsers")).Code);
        await who.Iam.CallAsync("ListGroups");
        Assert.Single((await account.Root.Iam.CallAsync("ListRolePolicies", new { RoleName = "effect" })).List("PolicyNames"));
    }

    [Fact, Covers("iam", "PutRolePolicy", Aspect.Refuses)]
    public async Task Refuses_an_unknown_role_and_documents_that_are_none()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The role with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("PutRolePolicy", new { RoleName = "nobody", PolicyName = "p", PolicyDocument = TestAccount.Allow("iam:*") }));
        await account.NewRoleAsync("plain");
        Assert.Equal(
            new SdkError("MalformedPolicyDocument", 400, "Syntax errors in policy."),
            await account.Root.Iam.FailAsync("PutRolePolicy", new { RoleName = "plain", PolicyName = "p", PolicyDocument = "{}x" }));
        Assert.Equal(
            new SdkError("MalformedPolicyDocument", 400, "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc."),
            await account.Root.Iam.FailAsync("PutRolePolicy", new { RoleName = "plain", PolicyName = "p", PolicyDocument = TestAccount.Allow("ListUsers") }));
        Assert.Empty((await account.Root.Iam.CallAsync("ListRolePolicies", new { RoleName = "plain" })).List("PolicyNames"));
    }

    [Fact, Covers("iam", "PutRolePolicy", Aspect.Refuses)]
    public async Task Counts_the_characters_of_all_policies_but_no_white_space()
    {
        await account.NewRoleAsync("long");
        var half = TestAccount.Allow(Enumerable.Range(0, 10240 / 28).Select(number => $"iam:Get{number:D4}"));
        var spread = half.Replace(",", "," + new string(' ', 20), StringComparison.Ordinal);
        await account.Root.Iam.CallAsync("PutRolePolicy", new { RoleName = "long", PolicyName = "a", PolicyDocument = spread });
        Assert.Equal(
            new SdkError("LimitExceeded", 409, "Maximum policy size of 10240 bytes exceeded for role long"),
            await account.Root.Iam.FailAsync("PutRolePolicy", new { RoleName = "long", PolicyName = "b", PolicyDocument = half }));
        await account.Root.Iam.CallAsync("PutRolePolicy", new { RoleName = "long", PolicyName = "a", PolicyDocument = half });
    }

    [Fact, Covers("iam", "PutRolePolicy", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var mallory = await account.NewUserAsync("mallory");
        await account.NewRoleAsync("target");
        Assert.Equal(
            account.Denied("mallory", "iam:PutRolePolicy", "role target"),
            await mallory.Iam.FailAsync("PutRolePolicy", new { RoleName = "target", PolicyName = "p", PolicyDocument = TestAccount.Allow("*") }));
        Assert.Empty((await account.Root.Iam.CallAsync("ListRolePolicies", new { RoleName = "target" })).List("PolicyNames"));
    }
}
