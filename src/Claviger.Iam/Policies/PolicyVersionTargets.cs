using Claviger.Aws;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>How operations find the version that a request names.</summary>
internal static class PolicyVersionTargets
{
    /// <summary>The version of a policy of the account.</summary>
    /// <exception cref="AwsError">There is none.</exception>
    public static PolicyVersionRecord Version(this ReadTransaction state, PolicyRecord policy, string versionId) =>
        PolicyVersions.Find(state, policy.Id, versionId) ?? throw NotFound(policy.Arn, versionId);

    public static AwsError NotFound(string arn, string versionId) =>
        AwsError.NoSuchEntity($"Policy {arn} version {versionId} does not exist or is not attachable.");
}
