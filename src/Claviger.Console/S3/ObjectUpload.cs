using System.Text;
using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Claviger.Console;

/// <summary>The upload of files by a form: each is a PutObject of its own, whose bytes go through the pipeline as they come. No file is held in memory or on the way.</summary>
internal static class ObjectUpload
{
    public const string Path = "/s3/objects";

    private const int LongestField = 16 * 1024;
    private const int MostFields = 8;
    private const int LongestBoundary = 200;

    public static async Task<IResult> AnswerAsync(
        HttpContext http,
        [FromServices] IAntiforgery antiforgery,
        [FromServices] IOptions<AntiforgeryOptions> options,
        [FromServices] PrincipalCalls aws,
        [FromServices] Cookies cookies,
        [FromServices] ConsoleSessionBook sessions,
        [FromServices] Seals seals)
    {
        // Files are bounded where objects are: by PutObject. What comes before them is bounded here.
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
        var boundary = MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && type.MediaType == "multipart/form-data"
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value : null;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > LongestBoundary)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        try
        {
            var reader = new MultipartReader(boundary, http.Request.Body);
            var (fields, file) = await ReadFieldsAsync(reader, http.RequestAborted);
            // Where the token is in a header the framework doesn't look for it in the form, which it would read whole.
            http.Request.Headers[options.Value.HeaderName!] = fields.GetValueOrDefault(options.Value.FormFieldName) is { Length: > 0 } token ? token : "none";
            if (!await antiforgery.IsRequestValidAsync(http))
            {
                return Results.StatusCode(StatusCodes.Status400BadRequest);
            }

            var (bucket, prefix) = (fields.GetValueOrDefault("bucket", ""), fields.GetValueOrDefault("prefix", ""));
            var outcome = new UploadOutcome(0, 0, 0, []);
            while (file is not null)
            {
                // Much time may pass between two files: each is stored for who is signed in when it comes.
                if (cookies.Session(http) is not { } cookie || await sessions.FindAsync(cookie) is not { Debt: SessionDebt.None } session)
                {
                    return Results.StatusCode(StatusCodes.Status403Forbidden);
                }

                http.Features.Set(session);
                outcome = await StoreAsync(aws, bucket, prefix, file, outcome);
                file = await reader.ReadNextSectionAsync(http.RequestAborted);
            }

            return Results.Redirect($"{S3Links.Upload(bucket, prefix)}&outcome={outcome.Seal(seals, http)}");
        }
        catch (Exception error) when (error is InvalidDataException || error.GetType() == typeof(IOException))
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
    }

    // The fields of the form stand before its files, as in the page.
    private static async Task<(Dictionary<string, string> Fields, MultipartSection? File)> ReadFieldsAsync(MultipartReader reader, CancellationToken cancellation)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) || fields.Count == MostFields)
            {
                throw new InvalidDataException("The form has parts that this page's form doesn't have.");
            }

            if (disposition.IsFileDisposition())
            {
                return (fields, section);
            }

            var buffer = new byte[LongestField];
            var length = await section.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
            if (length == buffer.Length)
            {
                throw new InvalidDataException("A field of the form is too long.");
            }

            fields[HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? ""] = Encoding.UTF8.GetString(buffer, 0, length);
        }

        return (fields, null);
    }

    private static async Task<UploadOutcome> StoreAsync(PrincipalCalls aws, string bucket, string prefix, MultipartSection section, UploadOutcome outcome)
    {
        // An input that nobody chose a file for is sent as a file without a name.
        if (NameOf(section) is not { Length: > 0 } name)
        {
            return outcome;
        }

        var key = prefix + name;
        await using var content = new ContentStream(new FormFileStream(section.Body), new ContentChecks());
        var answer = await aws.TryAsync(PutObjectRequest.Operation, new() { Bucket = bucket, Key = key, Body = content, ContentType = section.ContentType });
        return answer.Error is { } error ? outcome.WithFailure(key, error) : outcome.WithStored(content.BytesRead);
    }

    // Of a folder that was chosen a file's name has the path; a quote is the one character in names that browsers write otherwise.
    private static string? NameOf(MultipartSection section) =>
        ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) && disposition.IsFileDisposition()
            ? (disposition.FileNameStar.HasValue ? disposition.FileNameStar.Value : HeaderUtilities.RemoveQuotes(disposition.FileName).Value)?.Replace("%22", "\"", StringComparison.Ordinal).TrimStart('/')
            : null;
}
