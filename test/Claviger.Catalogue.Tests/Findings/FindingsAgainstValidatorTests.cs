using Claviger.Policy;

namespace Claviger.Catalogue.Tests;

/// <summary>The findings tell an author beforehand why a policy would be refused.</summary>
public sealed class FindingsAgainstValidatorTests
{
    // AWS: Access Analyzer grades these lower than IAM, which refuses the policy.
    private static readonly string[] GradedLower =
    [
        "MISSING_VERSION", "OLD_VERSION", "UNIQUE_SIDS_RECOMMENDED", "EMPTY_ARRAY_ACTION", "EMPTY_ARRAY_RESOURCE", "TYPE_MISMATCH_DATE",
        "TYPE_MISMATCH_NUMBER", "TYPE_MISMATCH_IP_RANGE",
    ];

    [Fact]
    public void What_IAM_refuses_has_an_error_among_its_findings()
    {
        var unexplained = FindingCase.ReadAll()
            .SelectMany(c => new[] { (c.Code, c.Kind, Text: c.Finds), (c.Code, c.Kind, Text: c.Passes) })
            .Where(c => PolicyValidator.Validate(c.Text, c.Kind) is not null)
            .Where(c => !FindingsValidator.Validate(c.Text, c.Kind).Any(f => f.Type == FindingType.Error || GradedLower.Contains(f.Code)))
            .Select(c => $"{c.Code} {c.Kind} {PolicyValidator.Validate(c.Text, c.Kind)} {c.Text}");

        Assert.Empty(unexplained);
    }
}
