using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Claviger.Console;

/// <summary>Refuses what other sites send: whatever changes something, or goes on as a WebSocket, must come from a page of this very origin.</summary>
/// <remarks>
/// The port counts. The AWS endpoint, on the same host, gives out objects that its users have written, pages among them; to a browser they
/// are of the same site, so that neither cookies nor <c>SameSite</c> tell them from ours.
/// </remarks>
internal static class SameOrigin
{
    public static Task DemandAsync(HttpContext http, RequestDelegate next)
    {
        // A WebSocket is asked for with GET, and browsers let any page ask.
        var reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if ((reads && !http.WebSockets.IsWebSocketRequest) || IsOwn(http))
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return http.Response.WriteAsync("This request does not come from a page of this console.", http.RequestAborted);
    }

    private static bool IsOwn(HttpContext http)
    {
        var origin = http.Request.Headers.Origin.ToString();
        var settings = http.RequestServices.GetRequiredService<ConsoleSettings>();
        return string.Equals(origin, $"{http.Request.Scheme}://{http.Request.Host}", StringComparison.OrdinalIgnoreCase)
            || string.Equals(origin, settings.Url.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);
    }
}
