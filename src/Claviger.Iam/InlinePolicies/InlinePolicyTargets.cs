using Claviger.Aws;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>How operations find the embedded policy that a request names.</summary>
internal static class InlinePolicyTargets
{
    /// <summary>The policy of a name in an entity.</summary>
    /// <exception cref="AwsError">There is none.</exception>
    public static InlinePolicyRecord Demand(PolicyHolder holder, ReadTransaction state, Claviger.Policy.AccountId account, string name) =>
        InlinePolicies.Find(state, account, holder.Id, name)
        ?? throw AwsError.NoSuchEntity($"The {PolicyHolder.Word(holder.Kind)} policy with name {name} cannot be found.");
}
