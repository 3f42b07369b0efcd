using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lists the tags of a role.</summary>
internal sealed class ListRoleTags : ReadOperation<ListRoleTagsRequest, ListRoleTagsResponse>
{
    protected override void Authorize(ListRoleTagsRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddRole("iam:ListRoleTags", call, request.RoleName, state);

    protected override ListRoleTagsResponse Run(ListRoleTagsRequest request, CallContext call, ReadTransaction state)
    {
        var page = Page.Of(call, request.Marker, request.MaxItems);
        var tags = Tagging.List(state.Role(call, request.RoleName).Tags, page, out var marker);
        return new ListRoleTagsResponse { Tags = tags, IsTruncated = marker is not null, Marker = marker };
    }
}
