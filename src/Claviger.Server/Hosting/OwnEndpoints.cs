namespace Claviger.Server;

/// <summary>What answers under <c>/_claviger/</c>; all else is AWS's.</summary>
internal sealed class OwnEndpoints(RequestDelegate aws)
{
    public Task InvokeAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        if (!path.StartsWith(OwnPaths.Prefix, StringComparison.Ordinal))
        {
            return aws(http);
        }

        http.Response.StatusCode = path switch
        {
            OwnPaths.Liveness or OwnPaths.Readiness => StatusCodes.Status200OK,
            _ => StatusCodes.Status404NotFound,
        };
        return Task.CompletedTask;
    }
}
