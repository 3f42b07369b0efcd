namespace Claviger.EndToEnd;

public sealed class SimulateCustomPolicyTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "SimulateCustomPolicy", Aspect.Works)]
    public async Task Decides_by_the_policies_of_the_request_and_shows_where_they_say_so()
    {
        var policy = TestAccount.AllowOn("arn:aws:s3:::bucket/${aws:username}/*", "s3:*");
        var answer = await account.Root.Iam.CallAsync("SimulateCustomPolicy", new
        {
            PolicyInputList = new[] { policy },
            ActionNames = new[] { "s3:GetObject" },
            ResourceArns = new[] { "arn:aws:s3:::bucket/me/key", "arn:aws:s3:::bucket/you/key" },
            CallerArn = account.Arn("user/me"),
        });
        Assert.Equal(["allowed", "implicitDeny"], answer.Texts("EvaluationResults", "EvalDecision"));
        var matched = answer.List("EvaluationResults")[0].List("MatchedStatements").Single();
        Assert.Equal(("PolicyInputList.1", "1"), (matched["SourcePolicyId"], matched["StartPosition.Line"]));
        Assert.Equal(
            (policy.IndexOf("{\"Effect\"", StringComparison.Ordinal) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
            matched["StartPosition.Column"]);
        Assert.Equal(policy.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), matched["EndPosition.Column"]);
    }

    [Fact, Covers("iam", "SimulateCustomPolicy", Aspect.Works)]
    public async Task Heeds_boundaries_and_the_policy_of_a_resource_of_another_account()
    {
        var bounded = await account.Root.Iam.CallAsync("SimulateCustomPolicy", new
        {
            PolicyInputList = new[] { TestAccount.Allow("*") },
            PermissionsBoundaryPolicyInputList = new[] { TestAccount.Allow("s3:*") },
            ActionNames = new[] { "ec2:RunInstances" },
        });
        Assert.Equal("implicitDeny", bounded.List("EvaluationResults")[0]["EvalDecision"]);
        Assert.Equal("false", bounded.List("EvaluationResults")[0]["PermissionsBoundaryDecisionDetail.AllowedByPermissionsBoundary"]);
        const string ResourcePolicy =
            """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::theirs/*"}}""";
        foreach (var (allowed, expected) in new[] { ("s3:GetObject", "allowed"), ("s3:PutObject", "implicitDeny") })
        {
            var crossing = await account.Root.Iam.CallAsync("SimulateCustomPolicy", new
            {
                PolicyInputList = new[] { TestAccount.Allow(allowed) },
                ResourcePolicy,
                ResourceOwner = "arn:aws:iam::123456789012:root",
                CallerArn = account.Arn("user/me"),
                ActionNames = new[] { "s3:GetObject" },
                ResourceArns = new[] { "arn:aws:s3:::theirs/key" },
            });
            Assert.Equal(expected, crossing.List("EvaluationResults")[0]["EvalDecision"]);
        }
    }

    [Fact, Covers("iam", "SimulateCustomPolicy", Aspect.Refuses)]
    public async Task Refuses_malformed_policies_resources_and_callers()
    {
        Assert.Equal("InvalidInput", (await FailAsync(new { PolicyInputList = new[] { "x" }, ActionNames = new[] { "s3:GetObject" } })).Code);
        Assert.Equal("InvalidInput", (await FailAsync(
            new { PolicyInputList = new[] { TestAccount.Allow("*") }, ActionNames = new[] { "s3:GetObject" }, ResourceArns = new[] { "x" } })).Code);
        Assert.Equal("InvalidInput", (await FailAsync(
            new { PolicyInputList = new[] { TestAccount.Allow("*") }, ActionNames = new[] { "s3:GetObject" }, CallerArn = account.Arn("role/x") })).Code);

        Task<SdkError> FailAsync(object parameters) => account.Root.Iam.FailAsync("SimulateCustomPolicy", parameters);
    }

    [Fact, Covers("iam", "SimulateCustomPolicy", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(
            account.Denied("eve", "iam:SimulateCustomPolicy", "*"),
            await eve.Iam.FailAsync("SimulateCustomPolicy", new { PolicyInputList = new[] { TestAccount.Allow("*") }, ActionNames = new[] { "s3:GetObject" } }));
    }
}
