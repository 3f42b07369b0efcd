using Microsoft.AspNetCore.Http;

namespace Claviger.Pipeline;

/// <summary>The context of a call that comes over HTTP.</summary>
internal static class HttpCall
{
    public static CallContext New(HttpContext http, string requestId, DateTimeOffset now) => new()
    {
        RequestId = requestId,
        Time = now,
        SourceAddress = ClientAddress.Of(http),
        UserAgent = http.Request.Headers.UserAgent,
        Referer = http.Request.Headers.Referer,
        IsSecureTransport = http.Request.IsHttps,
    };
}
