using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Shows a server certificate and its chain, but never its private key.</summary>
internal sealed class GetServerCertificate : ReadOperation<GetServerCertificateRequest, GetServerCertificateResponse>
{
    protected override void Authorize(GetServerCertificateRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddServerCertificate("iam:GetServerCertificate", call, request.ServerCertificateName, state);

    protected override GetServerCertificateResponse Run(GetServerCertificateRequest request, CallContext call, ReadTransaction state)
    {
        var certificate = state.ServerCertificate(call, request.ServerCertificateName);
        return new GetServerCertificateResponse
        {
            ServerCertificate = new ServerCertificateShape
            {
                ServerCertificateMetadata = ServerCertificateTargets.Metadata(certificate),
                CertificateBody = certificate.Body,
                CertificateChain = certificate.Chain,
                Tags = Tagging.Shapes(certificate.Tags),
            },
        };
    }
}
