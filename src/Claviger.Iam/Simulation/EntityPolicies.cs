using Claviger.Catalogue;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>The policies of a user, group or role with their texts, those of a user's groups among them.</summary>
internal static class EntityPolicies
{
    /// <summary>All of them; for a user with those of its groups.</summary>
    public static IReadOnlyList<EntityPolicy> Of(PolicyHolder holder, AccountId account, ReadTransaction state)
    {
        var policies = new List<EntityPolicy>();
        Add(policies, holder, account, state);
        if (holder.Kind == PolicyHolderKind.User)
        {
            foreach (var group in Memberships.GroupsOf(state, account, holder.Id))
            {
                Add(policies, PolicyHolder.Find(PolicyHolderKind.Group, state, account, group.Name)!, account, state);
            }
        }

        return policies;
    }

    /// <summary>The text of a managed policy's default version; null if there is none of that ARN.</summary>
    public static string? TextOf(string arn, ReadTransaction state) =>
        ManagedPolicies.TryFind(arn, out var aws) ? aws.ReadDocument()
        : Policies.ByArn(state, arn) is { } own ? PolicyVersions.Find(state, own.Id, own.DefaultVersionId)!.Document
        : null;

    private static void Add(List<EntityPolicy> policies, PolicyHolder holder, AccountId account, ReadTransaction state)
    {
        foreach (var inline in InlinePolicies.Of(state, account, holder.Id))
        {
            policies.Add(new EntityPolicy(holder, inline.Name, null, inline.Document));
        }

        foreach (var attachment in Attachments.Of(state, account, holder.Id))
        {
            if (TextOf(attachment.PolicyArn, state) is { } text)
            {
                policies.Add(new EntityPolicy(holder, attachment.PolicyArn[(attachment.PolicyArn.LastIndexOf('/') + 1)..], attachment.PolicyArn, text));
            }
        }
    }
}
