using Claviger.Policy;

namespace Claviger.Catalogue.Tests;

public sealed class ManagedPolicyDocumentsTests
{
    // AWS holds its own policies neither to the length that its API takes, nor (in the tasks for root sessions) to its list of IAM's resource paths.
    private static readonly string[] BeyondTheRules =
    [
        "AWSSupportServiceRolePolicy", "IAMAuditRootUserCredentials", "IAMCreateRootUserPassword", "IAMDeleteRootUserCredentials",
    ];

    [Fact]
    public void Every_managed_policy_is_understood_by_the_engine() =>
        Assert.All(ManagedPolicies.All, p => Assert.True(PolicyDocument.Load(p.ReadDocument()).IsUnderstood, p.Name));

    [Fact]
    public void Every_managed_policy_but_four_may_be_saved_by_a_customer_too() => Assert.Equal(
        BeyondTheRules,
        ManagedPolicies.All.Where(p => PolicyValidator.Validate(p.ReadDocument(), PolicyKind.Identity) is not null).Select(p => p.Name));
}
