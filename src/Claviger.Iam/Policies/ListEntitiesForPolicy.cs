using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lists the users, groups and roles that a managed policy is attached to or bounds.</summary>
internal sealed class ListEntitiesForPolicy : ReadOperation<ListEntitiesForPolicyRequest, ListEntitiesForPolicyResponse>
{
    protected override void Authorize(ListEntitiesForPolicyRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddPolicy("iam:ListEntitiesForPolicy", call, request.PolicyArn, state);

    protected override ListEntitiesForPolicyResponse Run(ListEntitiesForPolicyRequest request, CallContext call, ReadTransaction state)
    {
        if (PolicyTargets.IsAwsOwned(request.PolicyArn))
        {
            PolicyTargets.AwsPolicy(request.PolicyArn);
        }
        else
        {
            state.Policy(call, request.PolicyArn);
        }

        var page = Page.Of(call, request.Marker, request.MaxItems);
        var users = new PolicyUsers(state, call.Caller.Account, request.PolicyArn);
        var entities = page.Cut(
            [.. users.After(page.After, request.PolicyUsageFilter).Where(entity => IsAsked(request, entity)).Take(page.Reach)],
            static entity => entity.Key,
            out var marker);
        return new ListEntitiesForPolicyResponse
        {
            PolicyGroups = [.. Of(entities, PolicyHolderKind.Group).Select(static group => new PolicyGroupShape { GroupName = group.Name, GroupId = group.Id })],
            PolicyUsers = [.. Of(entities, PolicyHolderKind.User).Select(static user => new PolicyUserShape { UserName = user.Name, UserId = user.Id })],
            PolicyRoles = [.. Of(entities, PolicyHolderKind.Role).Select(static role => new PolicyRoleShape { RoleName = role.Name, RoleId = role.Id })],
            IsTruncated = marker is not null,
            Marker = marker,
        };
    }

    private static IEnumerable<PolicyUser> Of(IReadOnlyList<PolicyUser> entities, PolicyHolderKind kind) =>
        entities.Where(entity => entity.Kind == kind);

    private static bool IsAsked(ListEntitiesForPolicyRequest request, PolicyUser entity) =>
        entity.Path.StartsWith(request.PathPrefix ?? "/", StringComparison.Ordinal) && request.EntityFilter switch
        {
            null => true,
            "User" => entity.Kind == PolicyHolderKind.User,
            "Group" => entity.Kind == PolicyHolderKind.Group,
            "Role" => entity.Kind == PolicyHolderKind.Role,
            _ => throw AwsError.ValidationError($"{request.EntityFilter} is no kind of entity that policies are attached to."),
        };
}
