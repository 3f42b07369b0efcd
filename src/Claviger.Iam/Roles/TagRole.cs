using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Puts tags on a role, over those with the same keys.</summary>
internal sealed class TagRole : WriteOperation<TagRoleRequest, TagRoleResponse>
{
    protected override void Authorize(TagRoleRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddRole("iam:TagRole", call, request.RoleName, state).WithRequestTags(Tagging.Read(request.Tags));

    protected override TagRoleResponse Commit(TagRoleRequest request, CallContext call, WriteTransaction state)
    {
        var role = state.Role(call, request.RoleName);
        Roles.Update(state, role with { Tags = Tagging.Merge(role.Tags, Tagging.Read(request.Tags)) });
        return TagRoleResponse.Empty;
    }
}
