using Claviger.Aws;
using Claviger.Catalogue;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Managed policies by ARN, AWS's and the account's own alike.</summary>
internal static class ManagedPolicyLookup
{
    /// <summary>Whether a text can be an ARN; one with a control character in it isn't, and a database may not even take it.</summary>
    public static bool IsArn(string text) => Arn.TryParse(text, out _) && !text.AsSpan().ContainsAnyInRange('\0', '\u001f');

    /// <summary>Refuses what is no ARN at all.</summary>
    /// <exception cref="AwsError">InvalidInput.</exception>
    public static void DemandArn(string arn)
    {
        if (!IsArn(arn))
        {
            throw AwsError.InvalidInput($"ARN {arn} is not valid.");
        }
    }

    /// <summary>Refuses an ARN that no policy has which this account may attach.</summary>
    /// <exception cref="AwsError">There is none.</exception>
    public static void Demand(string arn, ReadTransaction state, AccountId account)
    {
        DemandArn(arn);
        if (!ManagedPolicies.TryFind(arn, out _) && Policies.ByArn(state, arn)?.Account != account)
        {
            throw AwsError.NoSuchEntity($"Policy {arn} does not exist or is not attachable.");
        }
    }
}
