using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Shows all users, groups, roles and managed policies of the account with their relations, page by page.</summary>
internal sealed class GetAccountAuthorizationDetails
    : ReadOperation<GetAccountAuthorizationDetailsRequest, GetAccountAuthorizationDetailsResponse>
{
    protected override void Authorize(
        GetAccountAuthorizationDetailsRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:GetAccountAuthorizationDetails");

    protected override GetAccountAuthorizationDetailsResponse Run(
        GetAccountAuthorizationDetailsRequest request, CallContext call, ReadTransaction state)
    {
        var page = Page.Of(call, request.Marker, request.MaxItems);
        var entries = new AuthorizationDetails(state, call.Caller.Account, request.Filter).After(page.After);
        var listed = page.Cut([.. entries.Take(page.Reach)], static entry => entry.Key, out var marker);
        return new GetAccountAuthorizationDetailsResponse
        {
            UserDetailList = [.. listed.Select(static entry => entry.Shape).OfType<UserDetailShape>()],
            GroupDetailList = [.. listed.Select(static entry => entry.Shape).OfType<GroupDetailShape>()],
            RoleDetailList = [.. listed.Select(static entry => entry.Shape).OfType<RoleDetailShape>()],
            Policies = [.. listed.Select(static entry => entry.Shape).OfType<ManagedPolicyDetailShape>()],
            IsTruncated = marker is not null,
            Marker = marker,
        };
    }
}
