using System.Text;
using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Claviger.Pipeline;

/// <summary>A form that a browser posts an object with: fields, among them a signed policy, then the file.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html</remarks>
internal sealed class PostForm : IAsyncDisposable
{
    private const string ContentType = "multipart/form-data";
    private const int FieldsLimit = 20 * 1024;
    private const int LongestBoundary = 200;

    private readonly ObjectRequest _request;
    private readonly FormFields _fields;
    private readonly FormFileStream _file;
    private ContentStream? _content;

    private PostForm(ObjectRequest request, FormFields fields, FormFileStream file)
    {
        _request = request;
        _fields = fields;
        _file = file;
        Signature = FormSignature.Read(fields);
    }

    /// <summary>The signature of its policy; null for an anonymous form.</summary>
    public FormSignature? Signature { get; }

    private string Bucket => _request.Address.Bucket!;

    private string Key => _fields.Required("key");

    /// <summary>Whether a request is such a form.</summary>
    public static bool IsIn(ObjectRequest request) =>
        HttpMethods.IsPost(request.Http.Request.Method) && request.Address.Level == RestLevel.Bucket
        && request.Http.Request.ContentType?.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Reads the fields of a form up to its file.</summary>
    /// <exception cref="AwsError">It is malformed, too long, or without a file.</exception>
    public static async ValueTask<PostForm> ReadAsync(ObjectRequest request)
    {
        var boundary = MediaTypeHeaderValue.TryParse(request.Http.Request.ContentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Boundary).Value : null;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > LongestBoundary)
        {
            throw Malformed();
        }

        var reader = new MultipartReader(boundary, request.Http.Request.Body) { HeadersCountLimit = 8, HeadersLengthLimit = 4096 };
        var fields = new FormFields();
        var left = FieldsLimit;
        try
        {
            while (await reader.ReadNextSectionAsync(request.Http.RequestAborted) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
                    || HeaderUtilities.RemoveQuotes(disposition.Name).Value is not { } name)
                {
                    throw Malformed();
                }

                if (name.Equals("file", StringComparison.OrdinalIgnoreCase))
                {
                    fields.FillIn(NameOf(disposition));
                    return new PostForm(request, fields, new FormFileStream(section.Body));
                }

                var value = await ReadTextAsync(section.Body, left, request.Http.RequestAborted);
                left -= value.Length + name.Length;
                fields.Add(name, value);
            }
        }
        catch (Exception error) when (error is InvalidDataException || error.GetType() == typeof(IOException))
        {
            throw Malformed();
        }

        throw S3Error.InvalidArgument("POST requires exactly one file upload per request.", "file", "0");
    }

    /// <summary>The put that the form stands for; its policy is held against its fields.</summary>
    /// <exception cref="AwsError">The policy doesn't allow it.</exception>
    public RestRequest ToRequest(DateTimeOffset now)
    {
        var policy = _fields["policy"] is { } text ? PostPolicy.Parse(text) : null;
        policy?.Demand(Bucket, _fields, now);
        var headers = _fields.ToHeaders();
        _content = IncomingContent.OpenForm(_file, headers, policy);
        return new RestRequest
        {
            Bucket = Bucket, Key = Key, Parameters = QueryParameters.Parse([], []), Headers = headers, Content = _content,
        };
    }

    /// <summary>Answers as the form asks: with an empty page, a document, or the way to another page.</summary>
    public async Task AnswerAsync(ObjectAnswer answer, PutObjectResponse response)
    {
        var headers = new RestHeaders();
        response.WriteHeaders(headers);
        var redirect = _fields["success_action_redirect"] ?? _fields["redirect"];
        if (redirect is not null && Uri.TryCreate(redirect, UriKind.Absolute, out var page) && page.Scheme is "http" or "https")
        {
            headers.Add("Location", $"{redirect}{(page.Query.Length > 0 ? '&' : '?')}bucket={Uri.EscapeDataString(Bucket)}&key={Uri.EscapeDataString(Key)}&etag={Uri.EscapeDataString(response.ETag ?? "")}");
            answer.SendHeaders(StatusCodes.Status303SeeOther, headers.All);
            return;
        }

        var location = $"{_request.BucketUrl}/{string.Join('/', Key.Split('/').Select(Uri.EscapeDataString))}";
        headers.Add("Location", location);
        switch (_fields["success_action_status"])
        {
            case "201":
                await answer.SendPostedAsync(headers.All, location, Bucket, Key, response.ETag);
                break;
            case "200":
                answer.SendHeaders(StatusCodes.Status200OK, headers.All);
                break;
            default:
                answer.SendHeaders(StatusCodes.Status204NoContent, headers.All);
                break;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_content is not null)
        {
            await _content.DisposeAsync();
        }
    }

    // Browsers of old sent whole paths.
    private static string NameOf(ContentDispositionHeaderValue disposition)
    {
        var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar.Value : HeaderUtilities.RemoveQuotes(disposition.FileName).Value;
        return name is null ? "" : name[(name.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
    }

    private static async ValueTask<string> ReadTextAsync(Stream stream, int limit, CancellationToken cancellation)
    {
        var buffer = new byte[Math.Max(limit, 0) + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return length == buffer.Length
            ? throw new AwsError("MaxPostPreDataLengthExceeded", 400, "Your POST request fields preceeding the upload file was too large.")
            : Encoding.UTF8.GetString(buffer, 0, length);
    }

    private static AwsError Malformed() =>
        new("MalformedPOSTRequest", 400, "The body of your POST request is not well-formed multipart/form-data.");
}
