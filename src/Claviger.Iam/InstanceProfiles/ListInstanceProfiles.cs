using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lists the account's instance profiles, by name.</summary>
internal sealed class ListInstanceProfiles : ReadOperation<ListInstanceProfilesRequest, ListInstanceProfilesResponse>
{
    protected override void Authorize(ListInstanceProfilesRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:ListInstanceProfiles", Arns.InstanceProfile(call.Caller.Account, request.PathPrefix ?? "/", ""));

    protected override ListInstanceProfilesResponse Run(ListInstanceProfilesRequest request, CallContext call, ReadTransaction state)
    {
        var page = Page.Of(call, request.Marker, request.MaxItems);
        var found = InstanceProfiles.Page(state, call.Caller.Account, request.PathPrefix ?? "/", page.After, page.Reach);
        var profiles = page.Cut(found, static profile => NameKey.Of(profile.Name), out var marker);
        return new ListInstanceProfilesResponse
        {
            InstanceProfiles = [.. profiles.Select(profile => InstanceProfileShapes.InList(profile, state))],
            IsTruncated = marker is not null,
            Marker = marker,
        };
    }
}
