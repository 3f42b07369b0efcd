namespace Claviger.EndToEnd;

public sealed class CreatePolicyVersionTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "CreatePolicyVersion", Aspect.Works)]
    public async Task Adds_a_version_that_is_in_force_only_if_asked()
    {
        var arn = await account.NewPolicyAsync("works", TestAccount.Allow("iam:ListUsers"));
        var user = await account.NewUserAsync("user");
        await account.Root.Iam.CallAsync("AttachUserPolicy", new { UserName = "user", PolicyArn = arn });
        var second = await account.Root.Iam.CallAsync(
            "CreatePolicyVersion", new { PolicyArn = arn, PolicyDocument = TestAccount.Allow("iam:ListGroups") });
        Assert.Equal(("v2", "false"), (second["PolicyVersion.VersionId"], second["PolicyVersion.IsDefaultVersion"]));
        await user.Iam.CallAsync("ListUsers");
        await account.Root.Iam.CallAsync(
            "CreatePolicyVersion", new { PolicyArn = arn, PolicyDocument = TestAccount.Allow("iam:ListRoles"), SetAsDefault = true });
        Assert.Equal("AccessDenied", (await user.Iam.FailAsync("ListUsers")).Code);
        await user.Iam.CallAsync("ListRoles");
        Assert.Equal("v3", (await account.Root.Iam.CallAsync("GetPolicy", new { PolicyArn = arn }))["Policy.DefaultVersionId"]);
    }

    [Fact, Covers("iam", "CreatePolicyVersion", Aspect.Refuses)]
    public async Task Refuses_the_sixth_version_and_never_gives_a_number_twice()
    {
        var arn = await account.NewPolicyAsync("full", TestAccount.Allow("iam:ListUsers"));
        var parameters = new { PolicyArn = arn, PolicyDocument = TestAccount.Allow("iam:ListGroups") };
        for (var version = 2; version <= 5; version++)
        {
            await account.Root.Iam.CallAsync("CreatePolicyVersion", parameters);
        }

        Assert.Equal(
            new SdkError(
                "LimitExceeded",
                409,
                "A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version."),
            await account.Root.Iam.FailAsync("CreatePolicyVersion", parameters));
        await account.Root.Iam.CallAsync("DeletePolicyVersion", new { PolicyArn = arn, VersionId = "v5" });
        Assert.Equal("v6", (await account.Root.Iam.CallAsync("CreatePolicyVersion", parameters))["PolicyVersion.VersionId"]);
    }

    [Fact, Covers("iam", "CreatePolicyVersion", Aspect.Refuses)]
    public async Task Refuses_unknown_policies_and_documents_that_are_none()
    {
        var nowhere = account.Arn("policy/nowhere");
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, $"Policy {nowhere} was not found."),
            await account.Root.Iam.FailAsync("CreatePolicyVersion", new { PolicyArn = nowhere, PolicyDocument = TestAccount.Allow("iam:*") }));
        var arn = await account.NewPolicyAsync("kept", TestAccount.Allow("iam:ListUsers"));
        Assert.Equal(
            new SdkError("MalformedPolicyDocument", 400, "Syntax errors in policy."),
            await account.Root.Iam.FailAsync("CreatePolicyVersion", new { PolicyArn = arn, PolicyDocument = "[]", SetAsDefault = true }));
    }

    [Fact, Covers("iam", "CreatePolicyVersion", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var arn = await account.NewPolicyAsync("target", TestAccount.Allow("iam:GetUser"));
        var mallory = await account.NewUserAsync("mallory");
        Assert.Equal(
            account.Denied("mallory", "iam:CreatePolicyVersion", $"policy {arn}"),
            await mallory.Iam.FailAsync("CreatePolicyVersion", new { PolicyArn = arn, PolicyDocument = TestAccount.Allow("*"), SetAsDefault = true }));
        Assert.Single((await account.Root.Iam.CallAsync("ListPolicyVersions", new { PolicyArn = arn })).List("Versions"));
    }

    [Fact, Covers("iam", "CreatePolicyVersion", Aspect.Denies)]
    public async Task Is_denied_on_policies_of_AWS_even_to_the_root_user()
    {
        const string Arn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
        Assert.Equal(
            TestEntities.Denial(account.Arn("root"), "iam:CreatePolicyVersion", $"policy {Arn}"),
            await account.Root.Iam.FailAsync("CreatePolicyVersion", new { PolicyArn = Arn, PolicyDocument = TestAccount.Allow("*") }));
    }
}
