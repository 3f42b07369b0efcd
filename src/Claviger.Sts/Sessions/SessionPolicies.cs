using Claviger.Aws;
using Claviger.Aws.Shapes.Sts;
using Claviger.Catalogue;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Sts;

/// <summary>The policies that a request narrows its new session with.</summary>
internal static class SessionPolicies
{
    private const int MostCharacters = 2048;
    private const int MostPolicyArns = 10;

    /// <summary>Refuses policies that could not be understood when the session is used.</summary>
    /// <exception cref="AwsError">MalformedPolicyDocument, PackedPolicyTooLarge or ValidationError.</exception>
    public static void Check(string? policy, IReadOnlyList<PolicyDescriptorTypeShape>? arns)
    {
        if (policy is not null)
        {
            if (policy.Length > MostCharacters)
            {
                throw AwsError.ValidationError(
                    $"1 validation error detected: Value at 'policy' failed to satisfy constraint: Member must have length less than or equal to {MostCharacters}");
            }

            if (PolicyValidator.Validate(policy, PolicyKind.Session) is { } error)
            {
                throw AwsError.MalformedPolicyDocument(error.Message);
            }
        }

        if (arns?.Count > MostPolicyArns)
        {
            throw AwsError.ValidationError(
                $"1 validation error detected: Value at 'policyArns' failed to satisfy constraint: Member must have length less than or equal to {MostPolicyArns}");
        }
    }

    /// <summary>The ARNs of managed policies, each one that the account may use.</summary>
    /// <exception cref="AwsError">There is no such policy.</exception>
    public static IReadOnlyList<string> Arns(IReadOnlyList<PolicyDescriptorTypeShape>? arns, AccountId account, ReadTransaction state)
    {
        var result = new List<string>();
        foreach (var policy in arns ?? [])
        {
            var arn = policy.Arn ?? "";
            if (!ManagedPolicies.TryFind(arn, out _) && Policies.ByArn(state, arn)?.Account != account)
            {
                throw AwsError.ValidationError($"Policy {arn} does not exist or is not attachable.");
            }

            result.Add(arn);
        }

        return result;
    }
}
