using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>A user, group or role as what holds policies.</summary>
internal sealed record PolicyHolder(PolicyHolderKind Kind, string Id, string Name, string Path, string Arn, TagSet Tags, string? PermissionsBoundary)
{
    /// <summary>The word for the kind in actions, labels and messages: <c>user</c>.</summary>
    public static string Word(PolicyHolderKind kind) => kind switch
    {
        PolicyHolderKind.User => "user",
        PolicyHolderKind.Group => "group",
        PolicyHolderKind.Role => "role",
    };

    /// <summary>AWS's name of the quota of managed policies on it.</summary>
    public string AttachmentQuota => Kind switch
    {
        PolicyHolderKind.User => "PoliciesPerUser",
        PolicyHolderKind.Group => "PoliciesPerGroup",
        PolicyHolderKind.Role => "PoliciesPerRole",
    };

    /// <summary>Our name of the quota of characters in all policies embedded in it.</summary>
    public string InlineQuota => Kind switch
    {
        PolicyHolderKind.User => "UserPolicySize",
        PolicyHolderKind.Group => "GroupPolicySize",
        PolicyHolderKind.Role => "RolePolicySize",
    };

    /// <summary>The entity of a name; null if there is none.</summary>
    public static PolicyHolder? Find(PolicyHolderKind kind, ReadTransaction state, AccountId account, string name) => kind switch
    {
        PolicyHolderKind.User => Users.Find(state, account, name) is { } user
            ? new(kind, user.Id, user.Name, user.Path, Arns.Of(user), user.Tags, user.PermissionsBoundary)
            : null,
        PolicyHolderKind.Group => Groups.Find(state, account, name) is { } group
            ? new(kind, group.Id, group.Name, group.Path, Arns.Of(group), TagSet.Empty, null)
            : null,
        PolicyHolderKind.Role => Roles.Find(state, account, name) is { } role
            ? new(kind, role.Id, role.Name, role.Path, Arns.Of(role), role.Tags, role.PermissionsBoundary)
            : null,
    };

    /// <summary>The entity of a name.</summary>
    /// <exception cref="AwsError">There is none.</exception>
    public static PolicyHolder Demand(PolicyHolderKind kind, ReadTransaction state, CallContext call, string name) =>
        Find(kind, state, call.Caller.Account, name)
        ?? throw AwsError.NoSuchEntity($"The {Word(kind)} with name {name} cannot be found.");

    /// <summary>Refuses a change to the policies of a role that its service alone may change.</summary>
    /// <exception cref="AwsError">UnmodifiableEntity.</exception>
    public PolicyHolder DemandModifiable()
    {
        if (Kind == PolicyHolderKind.Role)
        {
            ServiceLinkedRole.DemandModifiable(Path, Name);
        }

        return this;
    }

    /// <summary>Adds an action on the entity of a name, whether it exists or not.</summary>
    public static Target AddTo(Targets targets, string action, PolicyHolderKind kind, CallContext call, string name, ReadTransaction state)
    {
        var holder = Find(kind, state, call.Caller.Account, name);
        var arn = holder?.Arn ?? $"arn:aws:iam::{call.Caller.Account}:{Word(kind)}/{name}";
        return targets.Add(action, arn)
            .Named($"{Word(kind)} {name}")
            .WithResourceTags(holder?.Tags)
            .With(IamKeys.PermissionsBoundary, holder?.PermissionsBoundary);
    }
}
