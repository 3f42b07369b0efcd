using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Puts tags on a server certificate, over those with the same keys.</summary>
internal sealed class TagServerCertificate : WriteOperation<TagServerCertificateRequest, TagServerCertificateResponse>
{
    protected override void Authorize(TagServerCertificateRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddServerCertificate("iam:TagServerCertificate", call, request.ServerCertificateName, state).WithRequestTags(Tagging.Read(request.Tags));

    protected override TagServerCertificateResponse Commit(TagServerCertificateRequest request, CallContext call, WriteTransaction state)
    {
        var present = state.ServerCertificate(call, request.ServerCertificateName);
        ServerCertificates.Update(state, present with { Tags = Tagging.Merge(present.Tags, Tagging.Read(request.Tags)) });
        return TagServerCertificateResponse.Empty;
    }
}
