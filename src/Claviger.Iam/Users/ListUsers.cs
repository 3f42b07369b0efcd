using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lists the account's users, by name.</summary>
internal sealed class ListUsers : ReadOperation<ListUsersRequest, ListUsersResponse>
{
    protected override void Authorize(ListUsersRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:ListUsers", Arns.User(call.Caller.Account, request.PathPrefix ?? "/", ""));

    protected override ListUsersResponse Run(ListUsersRequest request, CallContext call, ReadTransaction state)
    {
        var page = Page.Of(call, request.Marker, request.MaxItems);
        var found = request.PathPrefix is null && call.Holding is { } part
            ? Users.Holding(state, call.Caller.Account, part, page.After, page.Reach)
            : Users.Page(state, call.Caller.Account, request.PathPrefix ?? "/", page.After, page.Reach);
        var users = page.Cut(found, static user => NameKey.Of(user.Name), out var marker);
        return new ListUsersResponse
        {
            Users = [.. users.Select(UserShapes.InList)],
            IsTruncated = marker is not null,
            Marker = marker,
        };
    }
}
