using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>How operations find the user, group or role whose policies a request is about by its ARN.</summary>
internal static class PolicySourceTargets
{
    /// <summary>Adds an action on the entity of an ARN; whether it exists makes no difference to who may not act.</summary>
    public static void AddPolicySource(this Targets targets, string action, string arn, CallContext call, ReadTransaction state) =>
        targets.Add(action, arn, Arn.TryParse(arn, out var parsed) && AccountId.TryParse(parsed.Account, out var account) ? account : call.Caller.Account)
            .WithResourceTags(Find(arn, call, state)?.Tags);

    /// <summary>The entity of an ARN.</summary>
    /// <exception cref="AwsError">There is none.</exception>
    public static PolicyHolder PolicySource(this ReadTransaction state, string arn, CallContext call)
    {
        ManagedPolicyLookup.DemandArn(arn);
        return Find(arn, call, state) ?? throw AwsError.NoSuchEntity($"The entity with ARN {arn} cannot be found.");
    }

    private static PolicyHolder? Find(string arn, CallContext call, ReadTransaction state)
    {
        if (!ManagedPolicyLookup.IsArn(arn) || !Arn.TryParse(arn, out var parsed) || parsed.Service != "iam")
        {
            return null;
        }

        PolicyHolderKind? kind = parsed.Resource.Split('/')[0] switch
        {
            "user" => PolicyHolderKind.User,
            "group" => PolicyHolderKind.Group,
            "role" => PolicyHolderKind.Role,
            _ => null,
        };
        return kind is { } known
            && PolicyHolder.Find(known, state, call.Caller.Account, parsed.Resource[(parsed.Resource.LastIndexOf('/') + 1)..]) is { } holder
            && holder.Arn == arn
            ? holder
            : null;
    }
}
