using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lists the account's roles, by name.</summary>
internal sealed class ListRoles : ReadOperation<ListRolesRequest, ListRolesResponse>
{
    protected override void Authorize(ListRolesRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:ListRoles", Arns.Role(call.Caller.Account, request.PathPrefix ?? "/", ""));

    protected override ListRolesResponse Run(ListRolesRequest request, CallContext call, ReadTransaction state)
    {
        var page = Page.Of(call, request.Marker, request.MaxItems);
        var found = request.PathPrefix is null && call.Holding is { } part
            ? Roles.Holding(state, call.Caller.Account, part, page.After, page.Reach)
            : Roles.Page(state, call.Caller.Account, request.PathPrefix ?? "/", page.After, page.Reach);
        var roles = page.Cut(found, static role => NameKey.Of(role.Name), out var marker);
        return new ListRolesResponse
        {
            Roles = [.. roles.Select(role => RoleShapes.InList(role, state))],
            IsTruncated = marker is not null,
            Marker = marker,
        };
    }
}
