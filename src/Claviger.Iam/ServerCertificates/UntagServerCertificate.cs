using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Takes tags off a server certificate; keys that it doesn't have are passed over.</summary>
internal sealed class UntagServerCertificate : WriteOperation<UntagServerCertificateRequest, UntagServerCertificateResponse>
{
    protected override void Authorize(UntagServerCertificateRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddServerCertificate("iam:UntagServerCertificate", call, request.ServerCertificateName, state).WithTagKeys(request.TagKeys);

    protected override UntagServerCertificateResponse Commit(UntagServerCertificateRequest request, CallContext call, WriteTransaction state)
    {
        var present = state.ServerCertificate(call, request.ServerCertificateName);
        ServerCertificates.Update(state, present with { Tags = present.Tags.Without(request.TagKeys) });
        return UntagServerCertificateResponse.Empty;
    }
}
