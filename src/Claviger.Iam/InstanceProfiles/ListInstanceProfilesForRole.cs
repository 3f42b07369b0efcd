using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lists the instance profiles that a role is in.</summary>
internal sealed class ListInstanceProfilesForRole : ReadOperation<ListInstanceProfilesForRoleRequest, ListInstanceProfilesForRoleResponse>
{
    protected override void Authorize(ListInstanceProfilesForRoleRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddRole("iam:ListInstanceProfilesForRole", call, request.RoleName, state);

    protected override ListInstanceProfilesForRoleResponse Run(
        ListInstanceProfilesForRoleRequest request, CallContext call, ReadTransaction state)
    {
        var role = state.Role(call, request.RoleName);
        var page = Page.Of(call, request.Marker, request.MaxItems);
        var found = InstanceProfiles.OfRole(state, role.Id, page.After, page.Reach);
        var profiles = page.Cut(found, static profile => NameKey.Of(profile.Name), out var marker);
        return new ListInstanceProfilesForRoleResponse
        {
            InstanceProfiles = [.. profiles.Select(profile => InstanceProfileShapes.InList(profile, state))],
            IsTruncated = marker is not null,
            Marker = marker,
        };
    }
}
