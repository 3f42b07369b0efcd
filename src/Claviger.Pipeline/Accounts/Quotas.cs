using Claviger.Aws;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>The account's quotas: AWS's defaults, and what <c>claviger account quota</c> has raised.</summary>
/// <remarks>Source: "IAM and AWS STS quotas" of AWS's IAM user guide.</remarks>
public static class Quotas
{
    private static readonly Dictionary<string, long> Defaults = new(StringComparer.Ordinal)
    {
        ["UsersPerAccount"] = 5000,
        ["GroupsPerAccount"] = 300,
        ["RolesPerAccount"] = 1000,
        ["InstanceProfilesPerAccount"] = 1000,
        ["PoliciesPerAccount"] = 1500,
        ["GroupsPerUser"] = 10,
        ["AccessKeysPerUser"] = 2,
        ["MFADevicesPerAccount"] = 5000,
        ["MFADevicesPerUser"] = 8,
        ["SSHPublicKeysPerUser"] = 5,
        ["SigningCertificatesPerUser"] = 2,
        ["ServiceSpecificCredentialsPerUser"] = 2,
        ["ServerCertificatesPerAccount"] = 20,
        ["OpenIdConnectProvidersPerAccount"] = 100,
        ["ClientIdsPerOpenIdConnectProvider"] = 100,
        ["SAMLProvidersPerAccount"] = 100,
        ["PoliciesPerUser"] = 10,
        ["PoliciesPerGroup"] = 10,
        ["PoliciesPerRole"] = 10,
        ["InstanceSessionsPerInstanceProfile"] = 1,
        ["PolicySize"] = 6144,
        ["UserPolicySize"] = 2048,
        ["GroupPolicySize"] = 5120,
        ["RolePolicySize"] = 10240,
        ["ACLSizePerRole"] = 2048,
        ["VersionsPerPolicy"] = 5,
        ["InstancesPerRegion"] = 100,
    };

    /// <summary>The names of all quotas, as AWS's messages and summaries spell them.</summary>
    public static IReadOnlyCollection<string> Names => Defaults.Keys;

    /// <summary>A quota of the account.</summary>
    public static long Of(AccountRecord account, string name) => account.Quotas.TryGetValue(name, out var raised) ? raised : Defaults[name];

    /// <summary>Refuses one thing more than a quota lets there be.</summary>
    /// <param name="state">The write that would make it.</param>
    /// <param name="name">AWS's name of the quota.</param>
    /// <param name="present">How many there are already.</param>
    /// <exception cref="AwsError">LimitExceeded.</exception>
    public static void Demand(WriteTransaction state, string name, long present)
    {
        var quota = Of(Accounts.Find(state, state.Account)!, name);
        if (present >= quota)
        {
            throw AwsError.LimitExceeded($"Cannot exceed quota for {name}: {quota}");
        }
    }
}
