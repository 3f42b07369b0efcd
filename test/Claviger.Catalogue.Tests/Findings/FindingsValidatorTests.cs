using Claviger.Policy;

namespace Claviger.Catalogue.Tests;

public sealed class FindingsValidatorTests
{
    private static readonly Dictionary<string, FindingCase> Cases = FindingCase.ReadAll().ToDictionary(c => c.Code);

    /// <summary>Checks whose policies are too large for a case: see <see cref="SizeFindingsTests"/>.</summary>
    public static readonly IReadOnlyList<string> OfSize =
    [
        "POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA", "POLICY_SIZE_EXCEEDS_TRUST_POLICY_QUOTA", "POLICY_SIZE_EXCEEDS_SESSION_POLICY_QUOTA",
        "POLICY_SIZE_EXCEEDS_SCP_QUOTA", "POLICY_SIZE_EXCEEDS_RCP_QUOTA", "POLICY_SIZE_NEAR_QUOTA",
    ];

    public static TheoryData<string> Codes => new(FindingsValidator.Checks.Select(c => c.Code).Except(OfSize));

    [Fact]
    public void Every_case_is_of_a_check_and_every_code_of_one_check()
    {
        Assert.Empty(Cases.Keys.Except(FindingsValidator.Checks.Select(c => c.Code)));
        Assert.Equal(FindingsValidator.Checks.Length, FindingsValidator.Checks.Select(c => c.Code).Distinct().Count());
        Assert.True(FindingsValidator.Checks.Length >= 80);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Finds_what_the_check_is_for_at_its_place(string code)
    {
        var example = Cases[code];

        var finding = Assert.Single(FindingsValidator.Validate(example.Finds, example.Kind), f => f.Code == code && (example.At is null || f.Path == example.At));

        Assert.Contains(example.Says, finding.Message, StringComparison.Ordinal);
        Assert.NotEmpty(finding.Remedy);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Finds_nothing_where_there_is_nothing_of_the_kind(string code)
    {
        var example = Cases[code];

        Assert.DoesNotContain(FindingsValidator.Validate(example.Passes, example.Kind), f => f.Code == code);
    }

    [Fact]
    public void A_good_policy_has_no_findings()
    {
        const string policy = """
            {
              "Version": "2012-10-17",
              "Statement": [
                { "Sid": "List", "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::reports",
                  "Condition": { "StringLike": { "s3:prefix": "${aws:username}/*" } } },
                { "Sid": "Use", "Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::reports/${aws:username}/*" }
              ]
            }
            """;

        Assert.Empty(FindingsValidator.Validate(policy, PolicyKind.Identity));
    }

    [Fact]
    public void Says_line_and_column_in_characters()
    {
        const string policy = "{\r\n  \"Version\": \"2012-10-17\",\n  \"Statement\": { \"Sid\": \"Äh\", \"Effect\": \"allow\",\n\t\"Action\": \"s3:*\", \"Resource\": \"*\" }\n}";

        var findings = FindingsValidator.Validate(policy, PolicyKind.Identity);

        var sid = Assert.Single(findings, f => f.Code == "UNSUPPORTED_SID");
        var effect = Assert.Single(findings, f => f.Code == "INVALID_EFFECT");
        Assert.Equal((3, 25, "Statement.Sid"), (sid.Line, sid.Column, sid.Path));
        Assert.Equal((3, 41, "Statement.Effect"), (effect.Line, effect.Column, effect.Path));
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{", 1, 2)]
    [InlineData("{\n  \"Version\": }", 2, 14)]
    [InlineData("[]", 1, 1)]
    [InlineData("\"text\"", 1, 1)]
    [InlineData("{} {}", 1, 4)]
    [InlineData("{\"Id\": \"\\ud800\"}", 1, 1)]
    public void Shows_where_the_JSON_breaks(string policy, int line, int column)
    {
        var finding = Assert.Single(FindingsValidator.Validate(policy, PolicyKind.Identity));

        Assert.Equal(("JSON_SYNTAX_ERROR", line, column), (finding.Code, finding.Line, finding.Column));
    }

    [Fact]
    public void Findings_come_in_the_order_of_the_text()
    {
        var findings = FindingsValidator.Validate("""{"Statement":[{"Effect":"allow","Action":"s3:GetObjekt","Resource":"bucket"}]}""", PolicyKind.Identity);

        Assert.Equal(["MISSING_VERSION", "INVALID_EFFECT", "INVALID_ACTION", "INVALID_ARN_PREFIX"], findings.Select(f => f.Code));
    }

    [Fact]
    public void Deeply_nested_text_is_an_error_of_syntax_not_a_crash() =>
        Assert.Equal("JSON_SYNTAX_ERROR", Assert.Single(FindingsValidator.Validate(new string('[', 100_000), PolicyKind.Identity)).Code);
}
