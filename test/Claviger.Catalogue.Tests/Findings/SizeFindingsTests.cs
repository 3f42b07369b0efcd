using Claviger.Policy;

namespace Claviger.Catalogue.Tests;

public sealed class SizeFindingsTests
{
    [Theory]
    [InlineData(PolicyKind.Identity, 6144, "POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA")]
    [InlineData(PolicyKind.Boundary, 6144, "POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA")]
    [InlineData(PolicyKind.Trust, 2048, "POLICY_SIZE_EXCEEDS_TRUST_POLICY_QUOTA")]
    [InlineData(PolicyKind.Session, 2048, "POLICY_SIZE_EXCEEDS_SESSION_POLICY_QUOTA")]
    [InlineData(PolicyKind.ServiceControl, 5120, "POLICY_SIZE_EXCEEDS_SCP_QUOTA")]
    [InlineData(PolicyKind.ResourceControl, 5120, "POLICY_SIZE_EXCEEDS_RCP_QUOTA")]
    public void Finds_a_policy_over_its_quota_and_one_that_is_near_it(PolicyKind kind, int quota, string code)
    {
        Assert.Contains(ValidateOfSize(kind, quota + 1), f => f.Code == code);

        var full = ValidateOfSize(kind, quota);
        Assert.DoesNotContain(full, f => f.Code == code);
        Assert.Contains(full, f => f.Code == "POLICY_SIZE_NEAR_QUOTA");

        Assert.DoesNotContain(ValidateOfSize(kind, quota * 9 / 10), f => f.Code == "POLICY_SIZE_NEAR_QUOTA");
    }

    [Fact]
    public void White_space_counts_only_where_AWS_counts_it()
    {
        var spaced = OfSize(2000).Replace(":", ":" + new string(' ', 5000), StringComparison.Ordinal);

        Assert.DoesNotContain(FindingsValidator.Validate(spaced, PolicyKind.Identity), f => f.Code.StartsWith("POLICY_SIZE", StringComparison.Ordinal));
        Assert.Contains(FindingsValidator.Validate(spaced, PolicyKind.ServiceControl), f => f.Code == "POLICY_SIZE_EXCEEDS_SCP_QUOTA");
    }

    private static IReadOnlyList<Finding> ValidateOfSize(PolicyKind kind, int size) => FindingsValidator.Validate(OfSize(size), kind);

    private static string OfSize(int size)
    {
        const string start = "{\"Version\":\"2012-10-17\",\"Id\":\"";
        const string end = "\",\"Statement\":[]}";
        return start + new string('a', size - start.Length - end.Length) + end;
    }
}
