using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using Claviger.Aws;
using Microsoft.AspNetCore.Http;

namespace Claviger.Pipeline;

/// <summary>Writes the answer of a request to S3: status, headers, and a document or a stream.</summary>
internal sealed class ObjectAnswer(HttpContext http, string requestId)
{
    private const int CopyLength = 128 * 1024;

    private static readonly byte[] ThisHost = RandomNumberGenerator.GetBytes(36);

    private readonly string _hostId = HostId(requestId);

    /// <summary>A new id of a request, in the form that S3's have.</summary>
    public static string NewRequestId() => Random.Shared.NextInt64().ToString("X16", CultureInfo.InvariantCulture);

    /// <summary>Sends what an operation has answered, and disposes its stream.</summary>
    public async Task SendAsync(OperationModel operation, IRestResponseShape response)
    {
        var payload = response.RestPayload;
        await using var stream = payload.Stream;
        var headers = new RestHeaders();
        response.WriteHeaders(headers);
        Begin(response.StatusCode, headers.All);
        if (payload.Root is not null || payload.IsJson)
        {
            var document = new ArrayBufferWriter<byte>(1024);
            RestXmlProtocol.Instance.WriteResponse(document, operation, response, requestId);
            await SendAsync(document, payload.IsJson ? "application/json" : RestXmlProtocol.Instance.ContentType);
        }
        else if (stream is not null)
        {
            await CopyAsync(stream);
        }
        else if (response.StatusCode != StatusCodes.Status204NoContent && !HttpMethods.IsHead(http.Request.Method))
        {
            http.Response.ContentLength = 0;
        }
    }

    /// <summary>Sends an error; one whose status or method has no body goes without its document.</summary>
    public async Task SendAsync(AwsError error, string resource)
    {
        // The body of a request that is refused is not read: a client that waits to be told to go on would send it in vain.
        if (http.Request.Headers.Expect.Count > 0 || UnreadBody.MayBeLong(http.Request))
        {
            http.Response.Headers.Connection = "close";
        }

        Begin(error.HttpStatus, error.Headers);
        if (error.HttpStatus == StatusCodes.Status304NotModified || HttpMethods.IsHead(http.Request.Method))
        {
            return;
        }

        var document = new ArrayBufferWriter<byte>(512);
        RestXmlProtocol.WriteError(document, error, resource, requestId, _hostId);
        await SendAsync(document, RestXmlProtocol.Instance.ContentType);
    }

    /// <summary>Sends the document that answers a form.</summary>
    public Task SendPostedAsync(IEnumerable<KeyValuePair<string, string>> headers, string location, string bucket, string key, string? etag)
    {
        Begin(StatusCodes.Status201Created, headers);
        var document = new ArrayBufferWriter<byte>(512);
        RestXmlProtocol.WritePosted(document, location, bucket, key, etag);
        return SendAsync(document, RestXmlProtocol.Instance.ContentType);
    }

    /// <summary>Sends headers alone.</summary>
    public void SendHeaders(int status, IEnumerable<KeyValuePair<string, string>> headers)
    {
        Begin(status, headers);
        http.Response.ContentLength = status == StatusCodes.Status204NoContent ? null : 0;
    }

    private static string HostId(string requestId)
    {
        Span<byte> bytes = stackalloc byte[8 + 36];
        Convert.FromHexString(requestId, bytes, out _, out var length);
        ThisHost.CopyTo(bytes[length..]);
        return Convert.ToBase64String(bytes[..(length + ThisHost.Length)]);
    }

    private void Begin(int status, IEnumerable<KeyValuePair<string, string>> headers)
    {
        var response = http.Response;
        response.StatusCode = status;
        response.Headers["x-amz-request-id"] = requestId;
        response.Headers["x-amz-id-2"] = _hostId;
        foreach (var (name, value) in headers)
        {
            response.Headers[name] = value;
        }
    }

    private async Task SendAsync(ArrayBufferWriter<byte> document, string contentType)
    {
        http.Response.ContentType = contentType;
        http.Response.ContentLength = document.WrittenCount;
        await http.Response.BodyWriter.WriteAsync(document.WrittenMemory, http.RequestAborted);
    }

    private async Task CopyAsync(Stream stream)
    {
        var writer = http.Response.BodyWriter;
        var left = http.Response.ContentLength ?? long.MaxValue;
        while (left > 0)
        {
            var memory = writer.GetMemory((int)Math.Min(CopyLength, Math.Max(left, 1)));
            var read = await stream.ReadAsync(memory[..(int)Math.Min(memory.Length, left)], http.RequestAborted);
            if (read == 0)
            {
                break;
            }

            left -= read;
            writer.Advance(read);
            await writer.FlushAsync(http.RequestAborted);
        }
    }
}
