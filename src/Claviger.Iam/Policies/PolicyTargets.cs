using Claviger.Aws;
using Claviger.Catalogue;
using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>How operations find the managed policy that a request is about, and name it for the decision.</summary>
internal static class PolicyTargets
{
    /// <summary>Adds an action on the managed policy of an ARN; whether it exists makes no difference to who may not act.</summary>
    public static Target AddPolicy(this Targets targets, string action, CallContext call, string arn, ReadTransaction state)
    {
        // AWS's own policies belong to every account; another account's to that one.
        var owner = Arn.TryParse(arn, out var parsed) && AccountId.TryParse(parsed.Account, out var account) ? account : call.Caller.Account;
        return targets.Add(action, arn, owner)
            .Named($"policy {arn}")
            .WithResourceTags(owner == call.Caller.Account && ManagedPolicyLookup.IsArn(arn) ? Policies.ByArn(state, arn)?.Tags : null);
    }

    /// <summary>Adds an action that changes a managed policy: AWS's own are nobody's to change.</summary>
    public static Target AddPolicyToChange(this Targets targets, string action, CallContext call, string arn, ReadTransaction state)
    {
        var target = targets.AddPolicy(action, call, arn, state);
        return IsAwsOwned(arn) ? target.Under(StandingRule.NeverAllows) : target;
    }

    /// <summary>The account's own policy of an ARN.</summary>
    /// <exception cref="AwsError">There is none.</exception>
    public static PolicyRecord Policy(this ReadTransaction state, CallContext call, string arn)
    {
        ManagedPolicyLookup.DemandArn(arn);
        return Policies.ByArn(state, arn) is { } policy && policy.Account == call.Caller.Account
            ? policy
            : throw AwsError.NoSuchEntity($"Policy {arn} was not found.");
    }

    /// <summary>Whether an ARN is in the name space of AWS's own policies.</summary>
    public static bool IsAwsOwned(string arn) => arn.StartsWith("arn:aws:iam::aws:", StringComparison.Ordinal);

    /// <summary>AWS's own policy of an ARN.</summary>
    /// <exception cref="AwsError">There is none.</exception>
    public static ManagedPolicy AwsPolicy(string arn) =>
        ManagedPolicies.TryFind(arn, out var policy) ? policy : throw AwsError.NoSuchEntity($"Policy {arn} was not found.");
}
