using Claviger.Policy;

namespace Claviger.Catalogue.Tests;

/// <summary>AWS's own policies are the large sample of policies that are known to work.</summary>
public sealed class ManagedPolicyFindingsTests(ITestOutputHelper output)
{
    // Each is right by AWS's reference, where events:detail-type is an ArrayOfString.
    private static readonly string[] RightErrors =
    [
        "AWSAuditManagerAdministratorAccess MISSING_QUALIFIER", "CloudTrailEventContext MISSING_QUALIFIER",
        "SageMakerStudioProjectProvisioningRolePolicy MISSING_QUALIFIER",
    ];

    [Fact]
    public void No_managed_policy_has_an_error_that_is_wrong()
    {
        var findings = ManagedPolicies.All
            .SelectMany(p => FindingsValidator.Validate(p.ReadDocument(), PolicyKind.Identity).Select(f => (p.Name, Finding: f)))
            .ToList();

        foreach (var group in findings.GroupBy(f => (f.Finding.Type, f.Finding.Code)).OrderByDescending(g => g.Key.Type).ThenByDescending(g => g.Count()))
        {
            output.WriteLine($"{group.Key.Type,-15} {group.Key.Code,-60} {group.Count(),5} in {group.Select(f => f.Name).Distinct().Count()} policies");
        }

        Assert.Equal(RightErrors, findings.Where(f => f.Finding.Type == FindingType.Error).Select(f => $"{f.Name} {f.Finding.Code}").Order(StringComparer.Ordinal));
    }

    // The lists that AWS publishes with the checks, as far as the policies still exist.
    [Theory]
    [InlineData("AdministratorAccess", "PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE")]
    [InlineData("IAMFullAccess", "PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE")]
    [InlineData("AdministratorAccess-Amplify", "PASS_ROLE_WITH_STAR_IN_RESOURCE")]
    [InlineData("AWSElasticBeanstalkService", "PASS_ROLE_WITH_STAR_IN_RESOURCE")]
    [InlineData("AmazonElasticMapReduceFullAccess", "PASS_ROLE_WITH_STAR_IN_RESOURCE")]
    [InlineData("AmazonDynamoDBFullAccesswithDataPipeline", "PASS_ROLE_WITH_STAR_IN_RESOURCE")]
    [InlineData("AdministratorAccess", "CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE")]
    [InlineData("IAMFullAccess", "CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE")]
    [InlineData("PowerUserAccess", "CREATE_SLR_WITH_STAR_IN_RESOURCE")]
    [InlineData("AWSOrganizationsServiceTrustPolicy", "CREATE_SLR_WITH_STAR_IN_RESOURCE")]
    [InlineData("ReadOnlyAccess", "POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA")]
    [InlineData("AWSSupportServiceRolePolicy", "POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA")]
    public void Finds_in_managed_policies_what_AWS_says_it_finds(string name, string code)
    {
        Assert.True(ManagedPolicies.TryFindByName(name, out var policy));
        Assert.Contains(FindingsValidator.Validate(policy.ReadDocument(), PolicyKind.Identity), f => f.Code == code);
    }
}
