namespace Claviger.EndToEnd;

public sealed class CreatePolicyTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "CreatePolicy", Aspect.Works)]
    public async Task Makes_a_policy_with_its_first_version_in_force()
    {
        var made = await account.Root.Iam.CallAsync("CreatePolicy", new
        {
            PolicyName = "Deploy",
            Path = "/ci/",
            PolicyDocument = TestAccount.Allow("s3:PutObject"),
            Description = "what deploys may",
            Tags = new[] { new { Key = "Team", Value = "red" } },
        });
        Assert.Equal(account.Arn("policy/ci/Deploy"), made["Policy.Arn"]);
        Assert.Matches("^ANPA[A-Z2-7]{17}$", made["Policy.PolicyId"]);
        Assert.Equal(("v1", "0", "0", "true"), (
            made["Policy.DefaultVersionId"], made["Policy.AttachmentCount"], made["Policy.PermissionsBoundaryUsageCount"], made["Policy.IsAttachable"]));
        var got = await account.Root.Iam.CallAsync("GetPolicy", new { PolicyArn = made["Policy.Arn"] });
        Assert.Equal("what deploys may", got["Policy.Description"]);
        Assert.Equal(["red"], got.Texts("Policy.Tags", "Value"));
    }

    [Fact, Covers("iam", "CreatePolicy", Aspect.Refuses)]
    public async Task Rejects_a_second_policy_of_the_name_in_another_case_and_under_another_path()
    {
        await account.NewPolicyAsync("Taken", TestAccount.Allow("iam:GetUser"));
        Assert.Equal(
            new SdkError("EntityAlreadyExists", 409, "A policy called tAKEN already exists. Duplicate names are not allowed."),
            await account.Root.Iam.FailAsync(
                "CreatePolicy", new { PolicyName = "tAKEN", Path = "/other/", PolicyDocument = TestAccount.Allow("iam:GetUser") }));
    }

    [Theory, Covers("iam", "CreatePolicy", Aspect.Refuses)]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*","Extra":1}]}""", "Syntax errors in policy.")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}""", "Policy document must be version 2012-10-17 or greater.")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*"}}""", "Policy statement must contain resources.")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Resource":"*"}}""", "Policy statement must contain actions.")]
    [InlineData(
        """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}}""", "Policy document should not specify a principal.")]
    [InlineData(
        """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"bucket"}}""", "Resource bucket must be in ARN format or \"*\".")]
    public async Task Refuses_documents_in_AWSs_words(string document, string message)
    {
        Assert.Equal(
            new SdkError("MalformedPolicyDocument", 400, message),
            await account.Root.Iam.FailAsync("CreatePolicy", new { PolicyName = "refused", PolicyDocument = document }));
        Assert.Equal("NoSuchEntity", (await account.Root.Iam.FailAsync("GetPolicy", new { PolicyArn = account.Arn("policy/refused") })).Code);
    }

    [Fact, Covers("iam", "CreatePolicy", Aspect.Refuses)]
    public async Task Refuses_more_characters_and_more_policies_than_the_quotas()
    {
        var tooLong = TestAccount.Allow(Enumerable.Range(0, 450).Select(number => $"iam:Get{number:D4}"));
        Assert.True(tooLong.Length > 6144);
        Assert.Equal(
            new SdkError("LimitExceeded", 409, "Cannot exceed quota for PolicySize: 6144"),
            await account.Root.Iam.FailAsync("CreatePolicy", new { PolicyName = "refused", PolicyDocument = tooLong }));
        var spaced = TestAccount.Allow(Enumerable.Range(0, 400).Select(number => $"iam:Get{number:D4}"))
            .Replace(",", "," + new string(' ', 30), StringComparison.Ordinal);
        await account.NewPolicyAsync("spaced", spaced);

        var present = (await account.Root.Iam.CallAsync("ListPolicies", new { Scope = "Local" })).List("Policies").Count;
        await account.SetQuotaAsync("PoliciesPerAccount", present);
        Assert.Equal(
            new SdkError("LimitExceeded", 409, $"Cannot exceed quota for PoliciesPerAccount: {present}"),
            await account.Root.Iam.FailAsync("CreatePolicy", new { PolicyName = "refused", PolicyDocument = TestAccount.Allow("iam:GetUser") }));
        await account.SetQuotaAsync("PoliciesPerAccount", 1500);
    }

    [Fact, Covers("iam", "CreatePolicy", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var mallory = await account.NewUserAsync("mallory");
        Assert.Equal(
            account.Denied("mallory", "iam:CreatePolicy", "policy mine"),
            await mallory.Iam.FailAsync("CreatePolicy", new { PolicyName = "mine", PolicyDocument = TestAccount.Allow("*") }));
        Assert.Equal("NoSuchEntity", (await account.Root.Iam.FailAsync("GetPolicy", new { PolicyArn = account.Arn("policy/mine") })).Code);
    }
}
