using Microsoft.AspNetCore.Http;

namespace Claviger.Pipeline;

/// <summary>What a client still sends of a request that has been answered.</summary>
/// <remarks>
/// A connection that is closed while bytes come in is reset, and its client may lose the answer that it hasn't read. So the rest is taken and
/// thrown away for a while: long enough for clients that read no answer before they have sent all.
/// </remarks>
internal static class UnreadBody
{
    private const int Long = 64 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(2);

    /// <summary>Whether the body may be too long to read for nothing so that the connection can serve another request.</summary>
    public static bool MayBeLong(HttpRequest request) =>
        request.ContentLength is { } length ? length > Long : request.Headers.TransferEncoding.Count > 0;

    /// <summary>Ends the answer, then takes what is left of a long body: to its end, or until the client falls silent or goes on for too long.</summary>
    public static async Task TakeAsync(HttpContext http, TimeProvider time)
    {
        if (!MayBeLong(http.Request))
        {
            return;
        }

        await http.Response.CompleteAsync();
        var buffer = new byte[Long];
        var began = time.GetTimestamp();
        try
        {
            var read = 1;
            while (read > 0 && time.GetElapsedTime(began) < Longest)
            {
                using var silence = new CancellationTokenSource(Silence, time);
                read = await http.Request.Body.ReadAsync(buffer, silence.Token);
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            // Gone, or silent: there is nobody left to be polite to.
        }
    }
}
