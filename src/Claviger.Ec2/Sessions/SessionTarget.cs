using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>The instance of a session as decisions see it.</summary>
internal static class SessionTarget
{
    /// <summary>What a caller must be allowed.</summary>
    public const string Action = "ssm:StartSession";

    /// <summary>What the audit trail calls a session's end.</summary>
    public const string End = "TerminateSession";

    /// <summary>The ARN, account and tags of an instance; one that does not exist is named as if it were the caller's.</summary>
    public static (string Resource, AccountId Account, TagSet? Tags) Of(string id, InstanceFacts? instance, Caller caller, string region) => instance is null
        ? ($"arn:aws:ec2:{region}:{caller.Account}:instance/{id}", caller.Account, null)
        : ($"arn:aws:ec2:{instance.Region}:{instance.Account}:instance/{id}", instance.Account, instance.Tags);
}
