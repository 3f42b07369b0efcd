using Claviger.Aws;
using Claviger.Aws.Shapes.Sts;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Sts;

/// <summary>Tells which account an access key belongs to: it stands in the id itself.</summary>
internal sealed class GetAccessKeyInfo : ReadOperation<GetAccessKeyInfoRequest, GetAccessKeyInfoResponse>
{
    protected override void Authorize(GetAccessKeyInfoRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("sts:GetAccessKeyInfo");

    protected override GetAccessKeyInfoResponse Run(GetAccessKeyInfoRequest request, CallContext call, ReadTransaction state)
    {
        // A key that was given at the first start may be of any form: it is looked up. All others carry their account.
        var account = AccessKeys.Find(state, request.AccessKeyId)?.Account;
        if (account is null && UniqueId.TryReadAccount(request.AccessKeyId, out var read))
        {
            account = read;
        }

        return account is { } known
            ? new GetAccessKeyInfoResponse { Account = known.ToString() }
            : throw AwsError.ValidationError("Invalid access key id: " + request.AccessKeyId);
    }
}
