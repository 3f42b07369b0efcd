using System.Text;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Makes an access key. Its secret is in this answer and never shown again.</summary>
internal sealed class CreateAccessKey(SecretBox box) : PreparedWriteOperation<CreateAccessKeyRequest, CreateAccessKey.NewKey, CreateAccessKeyResponse>
{
    protected override void Authorize(CreateAccessKeyRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddKeyOwner("iam:CreateAccessKey", call, request.UserName, state);

    protected override ValueTask<NewKey> PrepareAsync(CreateAccessKeyRequest request, CallContext call) => new(Draw(call));

    protected override CreateAccessKeyResponse Commit(CreateAccessKeyRequest request, NewKey prepared, CallContext call, WriteTransaction state)
    {
        var owner = state.KeyOwner(call, request.UserName);
        Quotas.Demand(state, "AccessKeysPerUser", AccessKeys.Of(state, state.Account, owner?.Id).Count);

        // An id has 39 random bits beside the account's number: of half a million keys two would be likely to meet.
        while (AccessKeys.Find(state, prepared.Id) is not null)
        {
            prepared = Draw(call);
        }

        var key = new AccessKeyRecord
        {
            Id = prepared.Id,
            Account = state.Account,
            UserId = owner?.Id,
            SealedSecret = prepared.SealedSecret,
            Created = state.Now,
        };
        AccessKeys.Insert(state, key);
        return new CreateAccessKeyResponse
        {
            AccessKey = new AccessKeyShape
            {
                // AWS: the root user's keys have no user name.
                UserName = owner?.Name ?? "",
                AccessKeyId = key.Id,
                Status = CredentialStatus.Active,
                SecretAccessKey = prepared.Secret,
                CreateDate = key.Created,
            },
        };
    }

    private NewKey Draw(CallContext call)
    {
        var id = AccessKeyId.NewLongTerm(call.Caller.Account).Value;
        var secret = SecretAccessKey.New();
        return new NewKey(id, secret, box.Seal(SecretPurpose.AccessKey, call.Caller.Account, id, Encoding.UTF8.GetBytes(secret)));
    }

    /// <summary>A key before it is anybody's.</summary>
    internal sealed record NewKey(string Id, string Secret, byte[] SealedSecret);
}
