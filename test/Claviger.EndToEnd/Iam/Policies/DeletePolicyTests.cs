namespace Claviger.EndToEnd;

public sealed class DeletePolicyTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "DeletePolicy", Aspect.Works)]
    public async Task Deletes_a_policy_with_its_version()
    {
        var arn = await account.NewPolicyAsync("works", TestAccount.Allow("iam:ListUsers"));
        await account.Root.Iam.CallAsync("DeletePolicy", new { PolicyArn = arn });
        Assert.Equal("NoSuchEntity", (await account.Root.Iam.FailAsync("GetPolicyVersion", new { PolicyArn = arn, VersionId = "v1" })).Code);
        await account.NewPolicyAsync("works", TestAccount.Allow("iam:ListUsers"));
    }

    [Fact, Covers("iam", "DeletePolicy", Aspect.Refuses)]
    public async Task Refuses_a_policy_that_is_used_or_has_more_versions()
    {
        var arn = await account.NewPolicyAsync("used", TestAccount.Allow("iam:ListUsers"));
        var attached = new SdkError("DeleteConflict", 409, "Cannot delete a policy attached to entities.");
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "user" });
        await account.Root.Iam.CallAsync("AttachUserPolicy", new { UserName = "user", PolicyArn = arn });
        Assert.Equal(attached, await account.Root.Iam.FailAsync("DeletePolicy", new { PolicyArn = arn }));
        await account.Root.Iam.CallAsync("DetachUserPolicy", new { UserName = "user", PolicyArn = arn });
        await account.Root.Iam.CallAsync("PutUserPermissionsBoundary", new { UserName = "user", PermissionsBoundary = arn });
        Assert.Equal(attached, await account.Root.Iam.FailAsync("DeletePolicy", new { PolicyArn = arn }));
        await account.Root.Iam.CallAsync("DeleteUserPermissionsBoundary", new { UserName = "user" });
        await account.Root.Iam.CallAsync("CreatePolicyVersion", new { PolicyArn = arn, PolicyDocument = TestAccount.Allow("iam:ListGroups") });
        Assert.Equal(
            new SdkError(
                "DeleteConflict",
                409,
                "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy."),
            await account.Root.Iam.FailAsync("DeletePolicy", new { PolicyArn = arn }));
        await account.Root.Iam.CallAsync("DeletePolicyVersion", new { PolicyArn = arn, VersionId = "v2" });
        await account.Root.Iam.CallAsync("DeletePolicy", new { PolicyArn = arn });
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, $"Policy {arn} was not found."), await account.Root.Iam.FailAsync("DeletePolicy", new { PolicyArn = arn }));
    }

    [Fact, Covers("iam", "DeletePolicy", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var arn = await account.NewPolicyAsync("target", TestAccount.Allow("iam:GetUser"));
        var mallory = await account.NewUserAsync("mallory");
        Assert.Equal(
            account.Denied("mallory", "iam:DeletePolicy", $"policy {arn}"), await mallory.Iam.FailAsync("DeletePolicy", new { PolicyArn = arn }));
        await account.Root.Iam.CallAsync("GetPolicy", new { PolicyArn = arn });
    }

    [Fact, Covers("iam", "DeletePolicy", Aspect.Denies)]
    public async Task Is_denied_on_policies_of_AWS_even_to_the_root_user()
    {
        const string Arn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
        Assert.Equal(
            TestEntities.Denial(account.Arn("root"), "iam:DeletePolicy", $"policy {Arn}"),
            await account.Root.Iam.FailAsync("DeletePolicy", new { PolicyArn = Arn }));
    }
}
