using System.Text.Json.Nodes;

namespace Claviger.EndToEnd;

public sealed class ValidatePolicyTests(TestAccount account) : IClassFixture<TestAccount>
{
    private const string Misspelt = """
        {
          "Version": "2012-10-17",
          "Statement": [{
            "Effect": "Allow",
            "Action": ["s3:GetObject", "s3:GetObjekt"],
            "Resource": "*"
          }]
        }
        """;

    [Fact, Covers("access-analyzer", "ValidatePolicy", Aspect.Works)]
    public async Task Says_what_is_wrong_and_where()
    {
        var answer = await account.Root.AccessAnalyzer.CallAsync("ValidatePolicy", new { policyDocument = Misspelt, policyType = "IDENTITY_POLICY" });

        var finding = Assert.Single(answer.List("findings"), it => it["findingType"] == "ERROR");
        Assert.Equal("INVALID_ACTION", finding["issueCode"]);
        Assert.Contains("s3:GetObjekt", finding["findingDetails"], StringComparison.Ordinal);
        Assert.EndsWith("#access-analyzer-reference-policy-checks-error-invalid-action", finding["learnMoreLink"], StringComparison.Ordinal);
        var location = Assert.Single(finding.List("locations"));
        Assert.Equal("""[{"value":"Statement"},{"index":0},{"value":"Action"},{"index":1}]""", location["path"]);
        var start = Misspelt.IndexOf("\"s3:GetObjekt\"", StringComparison.Ordinal);
        Assert.Equal(
            (start, start + "\"s3:GetObjekt\"".Length, 5), ((int)location.Json!["span"]!["start"]!["offset"]!, (int)location.Json!["span"]!["end"]!["offset"]!, (int)location.Json!["span"]!["start"]!["line"]!));
        Assert.Equal('"', Misspelt.Split('\n')[4][(int)location.Json!["span"]!["start"]!["column"]!]);
    }

    [Fact, Covers("access-analyzer", "ValidatePolicy", Aspect.Works)]
    public async Task Finds_nothing_in_a_good_policy_and_pages_what_it_finds()
    {
        var good = await account.Root.AccessAnalyzer.CallAsync(
            "ValidatePolicy", new { policyDocument = TestAccount.AllowOn("arn:aws:s3:::bucket/*", "s3:GetObject"), policyType = "IDENTITY_POLICY" });
        Assert.Empty(good.List("findings"));

        var bad = TestAccount.Allow(Enumerable.Range(0, 5).Select(i => $"s3:NoSuchAction{i}"));
        var codes = new List<string?>();
        string? token = null;
        do
        {
            var page = await account.Root.AccessAnalyzer.CallAsync("ValidatePolicy", token is null
                ? new { policyDocument = bad, policyType = "IDENTITY_POLICY", maxResults = 2 }
                : new { policyDocument = bad, policyType = "IDENTITY_POLICY", maxResults = 2, nextToken = token });
            Assert.InRange(page.List("findings").Count, 1, 2);
            codes.AddRange(page.Texts("findings", "issueCode"));
            token = page["nextToken"];
        }
        while (token is not null);

        Assert.Equal(5, codes.Count(code => code == "INVALID_ACTION"));
    }

    [Fact, Covers("access-analyzer", "ValidatePolicy", Aspect.Works)]
    public async Task Judges_a_policy_by_what_it_is_used_as_and_the_cli_reads_the_answer()
    {
        var trust = TestEntities.Trust(account.Arn("root"));

        var run = await account.Root.Aws.RunAsync(
            "accessanalyzer", "validate-policy", "--policy-type", "RESOURCE_POLICY",
            "--validate-policy-resource-type", "AWS::IAM::AssumeRolePolicyDocument", "--policy-document", trust);
        var asIdentity = await account.Root.AccessAnalyzer.CallAsync("ValidatePolicy", new { policyDocument = trust, policyType = "IDENTITY_POLICY" });

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain(JsonNode.Parse(run.Output)!["findings"]!.AsArray(), finding => (string?)finding!["findingType"] == "ERROR");
        Assert.Contains("ERROR", asIdentity.Texts("findings", "findingType"));
    }

    [Fact, Covers("access-analyzer", "ValidatePolicy", Aspect.Refuses)]
    public async Task Refuses_what_AWS_refuses()
    {
        await RefusesAsync(new { policyType = "IDENTITY_POLICY" });
        await RefusesAsync(new { policyDocument = "{}", policyType = "POLICY" });
        await RefusesAsync(new { policyDocument = "{}", policyType = "IDENTITY_POLICY", maxResults = 0 });
        await RefusesAsync(new { policyDocument = "{}", policyType = "IDENTITY_POLICY", nextToken = "x y" });
        await RefusesAsync(new { policyDocument = "{}", policyType = "IDENTITY_POLICY", validatePolicyResourceType = "AWS::S3::Bucket" });
    }

    [Fact, Covers("access-analyzer", "ValidatePolicy", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var dora = await account.NewUserAsync("dora");

        var denial = await dora.AccessAnalyzer.FailAsync("ValidatePolicy", new { policyDocument = "{}", policyType = "IDENTITY_POLICY" });

        Assert.Equal(account.Denied("dora", "access-analyzer:ValidatePolicy", "*") with { Code = "AccessDeniedException" }, denial);
    }

    [Fact]
    public async Task An_operation_that_is_not_there_yet_is_authorized_and_then_refused_clearly()
    {
        var erna = await account.NewUserAsync("erna");

        var denied = await erna.AccessAnalyzer.FailAsync("ListAnalyzers");
        var refused = await account.Root.AccessAnalyzer.FailAsync("ListAnalyzers");

        Assert.Equal(account.Denied("erna", "access-analyzer:ListAnalyzers", "*") with { Code = "AccessDeniedException" }, denied);
        Assert.Equal(("NotImplemented", 501), (refused.Code, refused.Status));
    }

    private async Task RefusesAsync(object parameters)
    {
        var error = await account.Root.AccessAnalyzer.FailAsync("ValidatePolicy", parameters);
        Assert.Equal(("ValidationException", 400), (error.Code, error.Status));
    }
}
