using System.Globalization;
using Claviger.Aws.Shapes.S3;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Claviger.Console;

/// <summary>The download of an object: its bytes as a file, and nothing that a browser would show or run.</summary>
/// <remarks>
/// INVARIANT: what users have stored is never a page of the console's origin. It is an attachment of no type; should a browser show it all the same, the
/// policy that comes with it lets it do nothing.
/// </remarks>
internal static class ObjectDownload
{
    public const string Path = "/s3/download";

    private const string ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
    private const int CopyLength = 128 * 1024;

    public static async Task AnswerAsync(HttpContext http, [FromServices] PrincipalCalls aws)
    {
        var query = http.Request.Query;
        var key = query["key"].ToString();
        var version = query["version"].ToString();
        var found = await aws.CallAsync(GetObjectRequest.Operation, new()
        {
            Bucket = query["bucket"].ToString(), Key = key, VersionId = version.Length == 0 ? null : version,
            Range = http.Request.Headers.Range.ToString() is { Length: > 0 } range ? range : null,
        });
        await using var body = found.Body ?? Stream.Null;
        var response = http.Response;
        response.StatusCode = found.StatusCode;
        response.ContentType = "application/octet-stream";
        response.ContentLength = found.ContentLength;
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.AcceptRanges = "bytes";
        response.Headers.ContentRange = found.ContentRange;
        response.Headers.LastModified = found.LastModified?.UtcDateTime.ToString("R", CultureInfo.InvariantCulture);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(S3Links.NameOf(key));
        response.Headers.ContentDisposition = disposition.ToString();
        await body.CopyToAsync(response.Body, CopyLength, http.RequestAborted);
    }
}
