using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Who uses a managed policy: as permissions, in the order of ids, then as boundary.</summary>
internal sealed class PolicyUsers(ReadTransaction state, AccountId account, string arn)
{
    private const int Stride = 256;
    private const string AttachedKey = "1";
    private const string BoundedUserKey = "2";
    private const string BoundedRoleKey = "3";

    /// <summary>All users of the policy after a key, each once.</summary>
    /// <param name="key">The key of the last that was given; empty to begin.</param>
    /// <param name="usage">PermissionsPolicy, PermissionsBoundary, or null for both.</param>
    public IEnumerable<PolicyUser> After(string key, string? usage)
    {
        IEnumerable<PolicyUser> all = [];
        if (usage != "PermissionsBoundary")
        {
            all = all.Concat(Read(AttachedKey, key, Attached));
        }

        return usage == "PermissionsPolicy"
            ? all
            : all.Concat(Read(BoundedUserKey, key, BoundedUsers).Concat(Read(BoundedRoleKey, key, BoundedRoles))
                .Where(user => usage is not null || !Attachments.Exists(state, account, user.Id, arn)));
    }

    private static IEnumerable<PolicyUser> Read(string section, string key, Func<string, IReadOnlyList<PolicyUser>> read)
    {
        if (string.CompareOrdinal(key, section + "~") > 0)
        {
            yield break;
        }

        var after = key.StartsWith(section, StringComparison.Ordinal) ? key[section.Length..] : "";
        while (read(after) is { Count: > 0 } users)
        {
            foreach (var user in users)
            {
                after = user.Id;
                yield return user;
            }
        }
    }

    private List<PolicyUser> Attached(string after) =>
        [.. Attachments.OfPolicy(state, account, arn, after, Stride).Select(attachment => Of(attachment.EntityId))];

    private List<PolicyUser> BoundedUsers(string after) =>
        [.. Users.BoundedBy(state, account, arn, after, Stride)
            .Select(static user => new PolicyUser(BoundedUserKey + user.Id, PolicyHolderKind.User, user.Id, user.Name, user.Path))];

    private List<PolicyUser> BoundedRoles(string after) =>
        [.. Roles.BoundedBy(state, account, arn, after, Stride)
            .Select(static role => new PolicyUser(BoundedRoleKey + role.Id, PolicyHolderKind.Role, role.Id, role.Name, role.Path))];

    private PolicyUser Of(string id)
    {
        if (Users.ById(state, account, id) is { } user)
        {
            return new PolicyUser(AttachedKey + id, PolicyHolderKind.User, id, user.Name, user.Path);
        }

        if (Groups.ById(state, account, id) is { } group)
        {
            return new PolicyUser(AttachedKey + id, PolicyHolderKind.Group, id, group.Name, group.Path);
        }

        var role = Roles.ById(state, account, id) ?? throw new InvalidOperationException($"The attachment of {id} has lost its entity.");
        return new PolicyUser(AttachedKey + id, PolicyHolderKind.Role, id, role.Name, role.Path);
    }
}
