namespace Claviger.EndToEnd;

public sealed class DeletePolicyVersionTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "DeletePolicyVersion", Aspect.Works | Aspect.Refuses)]
    public async Task Deletes_a_version_but_not_the_one_in_force()
    {
        var arn = await account.NewPolicyAsync("works", TestAccount.Allow("iam:ListUsers"));
        await account.Root.Iam.CallAsync(
            "CreatePolicyVersion", new { PolicyArn = arn, PolicyDocument = TestAccount.Allow("iam:ListGroups"), SetAsDefault = true });
        Assert.Equal(
            new SdkError("DeleteConflict", 409, "Cannot delete the default version of a policy."),
            await account.Root.Iam.FailAsync("DeletePolicyVersion", new { PolicyArn = arn, VersionId = "v2" }));
        await account.Root.Iam.CallAsync("DeletePolicyVersion", new { PolicyArn = arn, VersionId = "v1" });
        Assert.Equal(["v2"], (await account.Root.Iam.CallAsync("ListPolicyVersions", new { PolicyArn = arn })).Texts("Versions", "VersionId"));
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, $"Policy {arn} version v1 does not exist or is not attachable."),
            await account.Root.Iam.FailAsync("DeletePolicyVersion", new { PolicyArn = arn, VersionId = "v1" }));
    }

    [Fact, Covers("iam", "DeletePolicyVersion", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var arn = await account.NewPolicyAsync("target", TestAccount.Allow("iam:GetUser"));
        await account.Root.Iam.CallAsync("CreatePolicyVersion", new { PolicyArn = arn, PolicyDocument = TestAccount.Allow("iam:ListGroups") });
        var mallory = await account.NewUserAsync("mallory");
        Assert.Equal(
            account.Denied("mallory", "iam:DeletePolicyVersion", $"policy {arn}"),
            await mallory.Iam.FailAsync("DeletePolicyVersion", new { PolicyArn = arn, VersionId = "v2" }));
        Assert.Equal(2, (await account.Root.Iam.CallAsync("ListPolicyVersions", new { PolicyArn = arn })).List("Versions").Count);
    }

    [Fact, Covers("iam", "DeletePolicyVersion", Aspect.Denies)]
    public async Task Is_denied_on_policies_of_AWS_even_to_the_root_user()
    {
        const string Arn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
        Assert.Equal(
            TestEntities.Denial(account.Arn("root"), "iam:DeletePolicyVersion", $"policy {Arn}"),
            await account.Root.Iam.FailAsync("DeletePolicyVersion", new { PolicyArn = Arn, VersionId = "v1" }));
    }
}
