using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lists the tags of a virtual MFA device, by key.</summary>
internal sealed class ListMFADeviceTags : ReadOperation<ListMFADeviceTagsRequest, ListMFADeviceTagsResponse>
{
    protected override void Authorize(ListMFADeviceTagsRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddMfaDevice("iam:ListMFADeviceTags", call, request.SerialNumber, state);

    protected override ListMFADeviceTagsResponse Run(ListMFADeviceTagsRequest request, CallContext call, ReadTransaction state)
    {
        var page = Page.Of(call, request.Marker, request.MaxItems);
        return new ListMFADeviceTagsResponse
        {
            Tags = Tagging.List(state.MfaDevice(call, request.SerialNumber).Tags, page, out var marker),
            IsTruncated = marker is not null,
            Marker = marker,
        };
    }
}
