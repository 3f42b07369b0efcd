using Claviger.Aws.Shapes.Iam;
using Claviger.Catalogue;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>The entities of an account in one order: users, groups, roles, own policies, attached policies of AWS; each kind by name.</summary>
internal sealed class AuthorizationDetails(ReadTransaction state, AccountId account, IReadOnlyList<string>? filter)
{
    private const int Stride = 128;

    /// <summary>All that is asked for after a key, read as far as it is enumerated.</summary>
    public IEnumerable<(string Key, object Shape)> After(string key) =>
        Section("1", "User", key, Users)
            .Concat(Section("2", "Group", key, Groups))
            .Concat(Section("3", "Role", key, Roles))
            .Concat(Section("4", "LocalManagedPolicy", key, OwnPolicies))
            .Concat(Section("5", "AWSManagedPolicy", key, AwsPolicies));

    private IEnumerable<(string Key, object Shape)> Section(
        string section, string kind, string key, Func<string, IReadOnlyList<(string Key, object Shape)>> read)
    {
        if ((filter is { Count: > 0 } && !filter.Contains(kind)) || string.CompareOrdinal(key, section + "\uffff") > 0)
        {
            yield break;
        }

        var after = key.StartsWith(section, StringComparison.Ordinal) ? key[section.Length..] : "";
        while (read(after) is { Count: > 0 } entries)
        {
            foreach (var entry in entries)
            {
                after = entry.Key;
                yield return (section + entry.Key, entry.Shape);
            }
        }
    }

    private List<(string, object)> Users(string after) =>
        [.. Store.Users.Page(state, account, "/", after, Stride).Select(user => (NameKey.Of(user.Name), (object)new UserDetailShape
        {
            Path = user.Path,
            UserName = user.Name,
            UserId = user.Id,
            Arn = Arns.Of(user),
            CreateDate = user.Created,
            UserPolicyList = Inline(user.Id),
            GroupList = [.. Memberships.GroupsOf(state, account, user.Id).Select(static group => group.Name)],
            AttachedManagedPolicies = Attached(user.Id),
            PermissionsBoundary = Boundaries.Shape(user.PermissionsBoundary),
            Tags = Tagging.Shapes(user.Tags) ?? [],
        }))];

    private List<(string, object)> Groups(string after) =>
        [.. Store.Groups.Page(state, account, "/", after, Stride).Select(group => (NameKey.Of(group.Name), (object)new GroupDetailShape
        {
            Path = group.Path,
            GroupName = group.Name,
            GroupId = group.Id,
            Arn = Arns.Of(group),
            CreateDate = group.Created,
            GroupPolicyList = Inline(group.Id),
            AttachedManagedPolicies = Attached(group.Id),
        }))];

    private List<(string, object)> Roles(string after) =>
        [.. Store.Roles.Page(state, account, "/", after, Stride).Select(role => (NameKey.Of(role.Name), (object)new RoleDetailShape
        {
            Path = role.Path,
            RoleName = role.Name,
            RoleId = role.Id,
            Arn = Arns.Of(role),
            CreateDate = role.Created,
            AssumeRolePolicyDocument = RoleShapes.TrustDocument(role, state),
            InstanceProfileList = [.. InstanceProfiles.OfRole(state, role.Id, "", Stride).Select(profile => InstanceProfileShapes.InList(profile, state))],
            RolePolicyList = Inline(role.Id),
            AttachedManagedPolicies = Attached(role.Id),
            PermissionsBoundary = Boundaries.Shape(role.PermissionsBoundary),
            Tags = Tagging.Shapes(role.Tags) ?? [],
            RoleLastUsed = RoleShapes.LastUsed(role),
        }))];

    private List<(string, object)> OwnPolicies(string after) =>
        [.. Policies.Page(state, account, "/", after, Stride).Select(policy => (NameKey.Of(policy.Name), (object)new ManagedPolicyDetailShape
        {
            PolicyName = policy.Name,
            PolicyId = policy.Id,
            Arn = policy.Arn,
            Path = policy.Path,
            DefaultVersionId = policy.DefaultVersionId,
            AttachmentCount = (int)Attachments.CountOfPolicy(state, account, policy.Arn),
            PermissionsBoundaryUsageCount = PolicyShapes.BoundaryUsers(account, policy.Arn, state),
            IsAttachable = true,
            CreateDate = policy.Created,
            UpdateDate = policy.Updated,
            PolicyVersionList = [.. PolicyVersions.Of(state, policy.Id).Select(version => PolicyVersionShapes.Whole(version, policy))],
        }))];

    // AWS: of its own policies those that the account uses.
    private List<(string, object)> AwsPolicies(string after) =>
        [.. Attachments.Counts(state, account).Keys
            .Where(PolicyTargets.IsAwsOwned)
            .Select(PolicyTargets.AwsPolicy)
            .Where(policy => string.CompareOrdinal(policy.Name, after) > 0)
            .OrderBy(static policy => policy.Name, StringComparer.Ordinal)
            .Take(Stride)
            .Select(policy => (policy.Name, (object)Detail(policy)))];

    private ManagedPolicyDetailShape Detail(ManagedPolicy policy) => new()
    {
        PolicyName = policy.Name,
        PolicyId = policy.PolicyId,
        Arn = policy.Arn,
        Path = policy.Path,
        DefaultVersionId = policy.DefaultVersionId,
        AttachmentCount = (int)Attachments.CountOfPolicy(state, account, policy.Arn),
        PermissionsBoundaryUsageCount = PolicyShapes.BoundaryUsers(account, policy.Arn, state),
        IsAttachable = true,
        CreateDate = policy.CreateDate,
        UpdateDate = policy.UpdateDate,
        PolicyVersionList = [.. policy.Versions.Select(version => PolicyVersionShapes.Of(version, policy, withDocument: true))],
    };

    private PolicyDetailShape[] Inline(string entity) =>
        [.. InlinePolicies.Of(state, account, entity).Select(static policy => new PolicyDetailShape
        {
            PolicyName = policy.Name,
            PolicyDocument = Documents.Encoded(policy.Document),
        })];

    private AttachedPolicyShape[] Attached(string entity) =>
        [.. Attachments.Of(state, account, entity).Select(static attachment => new AttachedPolicy(attachment.PolicyArn).ToShape())];
}
