namespace Claviger.EndToEnd;

public sealed class SetDefaultPolicyVersionTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "SetDefaultPolicyVersion", Aspect.Works)]
    public async Task Puts_a_version_in_force_for_all_who_have_the_policy()
    {
        var arn = await account.NewPolicyAsync("works", TestAccount.Allow("iam:ListUsers"));
        var user = await account.NewUserAsync("user");
        await account.Root.Iam.CallAsync("AttachUserPolicy", new { UserName = "user", PolicyArn = arn });
        await account.Root.Iam.CallAsync(
            "CreatePolicyVersion", new { PolicyArn = arn, PolicyDocument = TestAccount.Allow("iam:ListGroups"), SetAsDefault = true });
        await user.Iam.CallAsync("ListGroups");
        await account.Root.Iam.CallAsync("SetDefaultPolicyVersion", new { PolicyArn = arn, VersionId = "v1" });
        Assert.Equal("AccessDenied", (await user.Iam.FailAsync("ListGroups")).Code);
        await user.Iam.CallAsync("ListUsers");
        Assert.Equal("v1", (await account.Root.Iam.CallAsync("GetPolicy", new { PolicyArn = arn }))["Policy.DefaultVersionId"]);
    }

    [Fact, Covers("iam", "SetDefaultPolicyVersion", Aspect.Refuses)]
    public async Task Refuses_a_version_that_is_not_there_and_one_that_is_none()
    {
        var arn = await account.NewPolicyAsync("single", TestAccount.Allow("iam:ListUsers"));
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, $"Policy {arn} version v2 does not exist or is not attachable."),
            await account.Root.Iam.FailAsync("SetDefaultPolicyVersion", new { PolicyArn = arn, VersionId = "v2" }));
        Assert.Equal(
            new SdkError(
                "ValidationError",
                400,
                @"1 validation error detected: Value at 'versionId' failed to satisfy constraint: Member must satisfy regular expression pattern: v[1-9][0-9]*(\.[A-Za-z0-9-]*)?"),
            await account.Root.Iam.FailAsync("SetDefaultPolicyVersion", new { PolicyArn = arn, VersionId = "2" }));
    }

    [Fact, Covers("iam", "SetDefaultPolicyVersion", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var arn = await account.NewPolicyAsync("target", TestAccount.Allow("iam:GetUser"));
        await account.Root.Iam.CallAsync("CreatePolicyVersion", new { PolicyArn = arn, PolicyDocument = TestAccount.Allow("*") });
        var mallory = await account.NewUserAsync("mallory");
        Assert.Equal(
            account.Denied("mallory", "iam:SetDefaultPolicyVersion", $"policy {arn}"),
            await mallory.Iam.FailAsync("SetDefaultPolicyVersion", new { PolicyArn = arn, VersionId = "v2" }));
        Assert.Equal("v1", (await account.Root.Iam.CallAsync("GetPolicy", new { PolicyArn = arn }))["Policy.DefaultVersionId"]);
    }

    [Fact, Covers("iam", "SetDefaultPolicyVersion", Aspect.Denies)]
    public async Task Is_denied_on_policies_of_AWS_even_to_the_root_user()
    {
        const string Arn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
        Assert.Equal(
            TestEntities.Denial(account.Arn("root"), "iam:SetDefaultPolicyVersion", $"policy {Arn}"),
            await account.Root.Iam.FailAsync("SetDefaultPolicyVersion", new { PolicyArn = Arn, VersionId = "v1" }));
    }
}
