using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Gives a server certificate another name or path; its id stays.</summary>
internal sealed class UpdateServerCertificate : WriteOperation<UpdateServerCertificateRequest, UpdateServerCertificateResponse>
{
    protected override void Authorize(UpdateServerCertificateRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        var present = targets.AddServerCertificate("iam:UpdateServerCertificate", call, request.ServerCertificateName, state);

        // AWS: who renames needs the permission on the certificate as it is and as it will be.
        var certificate = ServerCertificates.Find(state, call.Caller.Account, request.ServerCertificateName);
        var arn = Arns.ServerCertificate(
            call.Caller.Account,
            request.NewPath ?? certificate?.Path ?? "/",
            request.NewServerCertificateName ?? certificate?.Name ?? request.ServerCertificateName);
        if (arn != present.Resource)
        {
            targets.Add("iam:UpdateServerCertificate", arn).WithResourceTags(certificate?.Tags);
        }
    }

    protected override UpdateServerCertificateResponse Commit(UpdateServerCertificateRequest request, CallContext call, WriteTransaction state)
    {
        var certificate = state.ServerCertificate(call, request.ServerCertificateName);
        var name = request.NewServerCertificateName ?? certificate.Name;
        if (ServerCertificates.Find(state, state.Account, name) is { } taken && taken.Id != certificate.Id)
        {
            throw AwsError.EntityAlreadyExists($"The Server Certificate with name {name} already exists.");
        }

        ServerCertificates.Update(state, certificate with { Name = name, Path = request.NewPath ?? certificate.Path });
        return UpdateServerCertificateResponse.Empty;
    }
}
