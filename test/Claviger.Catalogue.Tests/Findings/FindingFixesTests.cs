using System.Text.Json;
using Claviger.Policy;

namespace Claviger.Catalogue.Tests;

public sealed class FindingFixesTests
{
    private static readonly Dictionary<string, FindingCase> Cases = FindingCase.ReadAll().ToDictionary(c => c.Code);

    public static TheoryData<string> Codes => new(Cases.Keys);

    /// <summary>Titles of the fixes for the findings of the cases.</summary>
    public static TheoryData<string, string> Titles => new()
    {
        { "INVALID_ACTION", "Write s3:ListBucket" }, { "INVALID_SERVICE_IN_ACTION", "Write dynamodb:GetItem" }, { "ACTIONS_IN_ONE_STRING", "Make a list of it" },
        { "REDUNDANT_ACTION", "Remove iam:GetCredentialReport" }, { "INVALID_ARN_SERVICE_CASE", "Write arn:aws:s3:::b" }, { "INVALID_PARTITION", "Write arn:aws:s3:::b" },
        { "WHITE_SPACE_IN_ARN", "Remove the white space" }, { "UNKNOWN_ARN_REGION", "Write arn:aws:sqs:us-east-1:*:q" }, { "INVALID_CONDITION_OPERATOR", "Write StringEquals" },
        { "NULL_WITH_IF_EXISTS", "Write Null" }, { "FORALLVALUES_WITH_SINGLE_VALUED_KEY", "Write StringEquals" }, { "UNSUPPORTED_PRINCIPAL", "Remove Principal" },
        { "MISSING_VERSION", "Set the Version to 2012-10-17" }, { "OLD_VERSION", "Set the Version to 2012-10-17" }, { "MFA_DENY_WITHOUT_IF_EXISTS", "Write BoolIfExists" },
        { "REDUNDANT_STATEMENT", "Remove the statement" },
    };

    [Theory, MemberData(nameof(Codes))]
    public void A_fix_leaves_json_in_which_the_finding_is_gone_and_nothing_worse_has_come(string code)
    {
        var example = Cases[code];
        var before = FindingsValidator.Validate(example.Finds, example.Kind);
        foreach (var fix in FindingFixes.Of(example.Finds, example.Kind, before).Where(f => f.Finding.Code == code))
        {
            var mended = fix.Apply();
            using var json = JsonDocument.Parse(mended);
            var after = FindingsValidator.Validate(mended, example.Kind);
            Assert.True(after.Count(f => f.Code == code) < before.Count(f => f.Code == code), $"{fix.Title}: {mended}");
            Assert.True(after.Count(f => f.Type == FindingType.Error) <= before.Count(f => f.Type == FindingType.Error), $"{fix.Title}: {mended}");
        }
    }

    [Theory, MemberData(nameof(Titles))]
    public void Says_what_it_does(string code, string title)
    {
        var example = Cases[code];
        var fixes = FindingFixes.Of(example.Finds, example.Kind, FindingsValidator.Validate(example.Finds, example.Kind));
        Assert.Contains(fixes, fix => fix.Finding.Code == code && fix.Title == title);
    }

    [Fact]
    public void Changes_nothing_but_the_place_of_the_finding()
    {
        const string policy = """
            {
              "Statement": [
                {   "Resource": "*",
                    "Action": [ "s3:GetObjekt",
                                "s3:PutObject" , "s3:putobject" ],
                    "Effect" : "Allow" }
              ]
            }
            """;
        var mended = policy;
        for (var left = 3; left > 0; left--)
        {
            mended = FindingFixes.Of(mended, PolicyKind.Identity, FindingsValidator.Validate(mended, PolicyKind.Identity))[0].Apply();
        }

        Assert.Equal(
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {   "Resource": "*",
                    "Action": [ "s3:GetObject",
                                "s3:PutObject" ],
                    "Effect" : "Allow" }
              ]
            }
            """,
            mended);
    }

    [Fact]
    public void What_needs_a_decision_of_the_author_has_none()
    {
        foreach (var code in new[] { "MISSING_EFFECT", "MISSING_RESOURCE", "JSON_SYNTAX_ERROR", "ALLOW_ALL_ACTIONS_ON_ALL_RESOURCES", "DUPLICATE_ELEMENT" })
        {
            var example = Cases[code];
            Assert.DoesNotContain(FindingFixes.Of(example.Finds, example.Kind, FindingsValidator.Validate(example.Finds, example.Kind)), fix => fix.Finding.Code == code);
        }
    }

    [Fact]
    public void An_operator_over_several_keys_is_left_to_the_author()
    {
        const string policy = """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"*","Condition":{"StringEquals":{"aws:username":"a*","aws:userid":"b"}}}}
            """;
        var findings = FindingsValidator.Validate(policy, PolicyKind.Identity);
        Assert.Contains(findings, finding => finding.Code == "WILDCARD_WITHOUT_LIKE_OPERATOR");
        Assert.Empty(FindingFixes.Of(policy, PolicyKind.Identity, findings));
    }
}
