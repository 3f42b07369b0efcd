using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Server;

/// <summary>The one port: what is ours under <c>/_claviger/</c>, health without a signature; all else is AWS's.</summary>
internal sealed class ServerPort(AwsEndpoint aws, OwnEndpoint own, IStore store)
{
    public Task HandleAsync(HttpContext http)
    {
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
            default:
                return own.HandleAsync(http);
        }
    }
}
