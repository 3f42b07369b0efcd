using Claviger.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Server;

/// <summary>The one port: what is ours under <c>/_claviger/</c>, health and what token issuers publish without a signature; all else is AWS's. Instances reach AWS's alone.</summary>
internal sealed class ServerPort(
    AwsEndpoint aws, OwnEndpoint own, MetadataEndpoint metadata, SessionEndpoint sessions, IdentitySigner identity, TokenIssuerEndpoint issuers,
    IStore store)
{
    public Task HandleAsync(HttpContext http)
    {
        if (http.Features.Get<InstanceConnection>() is { } connection)
        {
            return connection.Port == InstancePort.Metadata ? metadata.HandleAsync(http, connection) : aws.HandleAsync(http);
        }

        var path = http.Request.Path.Value!;
        if (!path.StartsWith(OwnEndpoint.Prefix, StringComparison.Ordinal))
        {
            return aws.HandleAsync(http);
        }

        switch (path)
        {
            case OwnPaths.Liveness:
                return Task.CompletedTask;
            case OwnPaths.Readiness:
                http.Response.StatusCode = store is { IsReadOnly: false, FeedHealthy: true } ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
                return Task.CompletedTask;
            case OwnPaths.InstanceIdentity:
                http.Response.ContentType = "application/x-pem-file";
                return http.Response.WriteAsync(identity.CertificatePem);
            case var _ when path.StartsWith(TokenIssuerEndpoint.Prefix, StringComparison.Ordinal):
                return issuers.HandleAsync(http);
            case var _ when path.StartsWith(SessionEndpoint.Prefix, StringComparison.Ordinal):
                return sessions.HandleAsync(http);
            default:
                return own.HandleAsync(http);
        }
    }
}
