namespace Claviger.Server;

/// <summary>What answers under <c>/_claviger/</c>; all else is AWS's.</summary>
internal sealed class OwnEndpoints(RequestDelegate aws, RequestDelegate own)
{
    public Task InvokeAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        if (!path.StartsWith(OwnPaths.Prefix, StringComparison.Ordinal))
        {
            return aws(http);
        }

        if (path is not (OwnPaths.Liveness or OwnPaths.Readiness))
        {
            return own(http);
        }

        http.Response.StatusCode = StatusCodes.Status200OK;
        return Task.CompletedTask;
    }
}
