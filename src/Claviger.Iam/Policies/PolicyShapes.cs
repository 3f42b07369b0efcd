using Claviger.Aws.Shapes.Iam;
using Claviger.Catalogue;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>A managed policy as answers show it, AWS's or the account's own.</summary>
internal static class PolicyShapes
{
    /// <summary>All of a policy of the account.</summary>
    public static PolicyShape Whole(PolicyRecord policy, ReadTransaction state) => Of(policy, state, policy.Description, Tagging.Shapes(policy.Tags) ?? []);

    /// <summary>A policy just made, which AWS answers without description.</summary>
    public static PolicyShape Made(PolicyRecord policy, ReadTransaction state) => Of(policy, state, description: null, Tagging.Shapes(policy.Tags));

    /// <summary>A policy of the account in a list, where AWS leaves out description and tags.</summary>
    public static PolicyShape InList(PolicyRecord policy, ReadTransaction state) => Of(policy, state, description: null, tags: null);

    /// <summary>One of AWS's own policies; the counts are those of an account.</summary>
    public static PolicyShape Of(ManagedPolicy policy, AccountId account, ReadTransaction state, bool isInList) => new()
    {
        PolicyName = policy.Name,
        PolicyId = policy.PolicyId,
        Arn = policy.Arn,
        Path = policy.Path,
        DefaultVersionId = policy.DefaultVersionId,
        AttachmentCount = (int)Attachments.CountOfPolicy(state, account, policy.Arn),
        PermissionsBoundaryUsageCount = BoundaryUsers(account, policy.Arn, state),
        IsAttachable = true,
        CreateDate = policy.CreateDate,
        UpdateDate = policy.UpdateDate,
        Tags = isInList ? null : [],
    };

    /// <summary>How many users and roles of an account a policy bounds.</summary>
    public static int BoundaryUsers(AccountId account, string arn, ReadTransaction state) =>
        (int)(Users.CountBoundedBy(state, account, arn) + Roles.CountBoundedBy(state, account, arn));

    private static PolicyShape Of(PolicyRecord policy, ReadTransaction state, string? description, IReadOnlyList<TagShape>? tags) => new()
    {
        PolicyName = policy.Name,
        PolicyId = policy.Id,
        Arn = policy.Arn,
        Path = policy.Path,
        DefaultVersionId = policy.DefaultVersionId,
        AttachmentCount = (int)Attachments.CountOfPolicy(state, policy.Account, policy.Arn),
        PermissionsBoundaryUsageCount = BoundaryUsers(policy.Account, policy.Arn, state),
        IsAttachable = true,
        Description = description,
        CreateDate = policy.Created,
        UpdateDate = policy.Updated,
        Tags = tags,
    };
}
