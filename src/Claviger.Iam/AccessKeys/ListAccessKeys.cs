using System.Globalization;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lists the access keys of a user or of the root user, oldest first, without their secrets.</summary>
internal sealed class ListAccessKeys : ReadOperation<ListAccessKeysRequest, ListAccessKeysResponse>
{
    protected override void Authorize(ListAccessKeysRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddKeyOwner("iam:ListAccessKeys", call, request.UserName, state);

    protected override ListAccessKeysResponse Run(ListAccessKeysRequest request, CallContext call, ReadTransaction state)
    {
        var owner = state.KeyOwner(call, request.UserName);
        var page = Page.Of(call, request.Marker, request.MaxItems);
        var keys = page.CutWhole(AccessKeys.Of(state, call.Caller.Account, owner?.Id), Order, out var marker);
        return new ListAccessKeysResponse
        {
            AccessKeyMetadata = [.. keys.Select(key => Shape(key, owner))],
            IsTruncated = marker is not null,
            Marker = marker,
        };
    }

    private static string Order(AccessKeyRecord key) =>
        string.Create(CultureInfo.InvariantCulture, $"{key.Created.ToUnixTimeMilliseconds():D15}/{key.Id}");

    private static AccessKeyMetadataShape Shape(AccessKeyRecord key, UserRecord? owner) => new()
    {
        UserName = owner?.Name,
        AccessKeyId = key.Id,
        Status = CredentialStatus.Of(key.IsActive),
        CreateDate = key.Created,
    };
}
