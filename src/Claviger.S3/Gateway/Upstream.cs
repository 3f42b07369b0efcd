using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using System.Text;
using Claviger.Aws;
using Claviger.Policy;
using Microsoft.Extensions.Logging;

namespace Claviger.S3;

/// <summary>The other S3 server: sends it what was decided here, signed with the key that it has given us.</summary>
internal sealed partial class Upstream(S3Upstream settings, ContentSpool spool, TimeProvider time, ILogger<Upstream> log) : IDisposable
{
    // A thousand versions with keys of a thousand bytes, each of them encoded.
    private const int LongestDocument = 16 * 1024 * 1024;

    private const string ContentMd5 = "Content-MD5";

    // Completing an upload may take a server minutes.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly SigV4Signer _signer = new(
        settings.AccessKeyId, settings.SecretAccessKey, null, settings.Region, new SigningRules(S3Model.Service.SigningName, SignatureErrors.S3, forObjects: true));

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        // INVARIANT: what is signed goes to the server that the operator has named, and to no other.
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        RequestHeaderEncodingSelector = static (_, _) => Encoding.Latin1,
        ResponseHeaderEncodingSelector = static (_, _) => Encoding.Latin1,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>The region that it is signed for.</summary>
    public string Region => settings.Region;

    /// <summary>The account that may make buckets its own which are there already; null for none.</summary>
    public AccountId? Adopter => settings.Adopter;

    /// <summary>Asks for what has no body that is a stream.</summary>
    /// <exception cref="AwsError">As <see cref="SendAsync(RestCall, bool, Func{ValueTask})"/>.</exception>
    public ValueTask<RestAnswer> SendAsync(RestCall call) => SendAsync(call, isStream: false, static () => default);

    /// <summary>Sends a request, and reads the answer: all of a document, of a stream the head.</summary>
    /// <param name="call">The request.</param>
    /// <param name="isStream">Whether the answer is the bytes of an object.</param>
    /// <param name="demand">Decides again, before the last bytes of a content are sent.</param>
    /// <exception cref="AwsError">
    /// The upstream has refused it, in its words; ServiceUnavailable: it can't be reached; InternalError: it refuses us, or is at fault.
    /// </exception>
    public async ValueTask<RestAnswer> SendAsync(RestCall call, bool isStream, Func<ValueTask> demand)
    {
        using var request = new HttpRequestMessage(new HttpMethod(call.Method), AddressOf(call));
        await using var spooled = call.Content is { DeclaredLength: null } ? await spool.KeepAsync(call.Content) : null;
        var source = spooled?.Content ?? call.Content;
        using var content = source is null ? null : await VerifiedContent.BeginAsync(source, source.DeclaredLength!.Value, demand);
        request.Content = content ?? (call.Method is "GET" or "HEAD" ? null : (HttpContent)new ReadOnlyMemoryContent(call.Document));
        Sign(request, call, source);
        try
        {
            using var patience = new CancellationTokenSource(content is null ? Patience : Timeout.InfiniteTimeSpan, time);
            var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return await ReadAsync(response, isStream, patience.Token);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
        {
            if (content?.Failure is { } failure)
            {
                ExceptionDispatchInfo.Throw(failure);
            }

            LogUnreachable(log, error is HttpRequestException http ? http.HttpRequestError.ToString() : error.GetType().Name);
            throw AwsError.ServiceUnavailable();
        }
    }

    /// <summary>The shape of an answer.</summary>
    /// <exception cref="AwsError">InternalError: it has no form.</exception>
    public T Read<T>(RestAnswer answer)
        where T : class, IRestAnswerShape<T>
    {
        try
        {
            return T.Read(answer);
        }
        catch (AwsError error)
        {
            answer.Stream?.Dispose();
            LogUnreadable(log, typeof(T).Name, error.Code);
            throw AwsError.InternalFailure();
        }
    }

    public void Dispose() => _http.Dispose();

    // Path style, each part encoded once; nothing that a key holds is read as anything but a part of it.
    private static string TargetOf(RestCall call)
    {
        var target = new StringBuilder("/").Append(call.Bucket);
        if (call.Key is { } key)
        {
            target.Append('/').Append(ObjectKey.Encoded(key));
        }

        var mark = '?';
        foreach (var (name, value) in call.Query)
        {
            target.Append(mark).Append(name);
            if (value.Length > 0)
            {
                target.Append('=').Append(Uri.EscapeDataString(value));
            }

            mark = '&';
        }

        return target.ToString();
    }

    private Uri AddressOf(RestCall call) => new(
        settings.Url.GetLeftPart(UriPartial.Authority) + TargetOf(call), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    private void Sign(HttpRequestMessage request, RestCall call, ContentStream? content)
    {
        var headers = new HeaderList().Add("Host", settings.Url.Authority);
        foreach (var (name, value) in call.Headers.All)
        {
            // That of a document was of the client's, not of ours.
            if (name != ContentMd5 || call.Document.IsEmpty)
            {
                headers.AddWire(name, value);
            }
        }

        if (!call.Document.IsEmpty)
        {
#pragma warning disable CA5351 // MD5 is what S3 asks for; nothing relies on it being hard to forge
            headers.Add(ContentMd5, Convert.ToBase64String(MD5.HashData(call.Document.Span)));
#pragma warning restore CA5351
        }

        if (content is null)
        {
            _signer.Sign(call.Method, TargetOf(call), headers, call.Document, time.GetUtcNow());
        }
        else
        {
            // The hash that the client has signed, if any, holds the upstream to it too.
            _signer.SignStream(call.Method, TargetOf(call), headers, content.DeclaredHash, time.GetUtcNow());
        }

        foreach (var (name, value) in headers.All)
        {
            if (name != "Host" && !request.Headers.TryAddWithoutValidation(name, value) && request.Content?.Headers.TryAddWithoutValidation(name, value) != true)
            {
                throw S3Error.NotImplemented(name);
            }
        }
    }

    private async ValueTask<RestAnswer> ReadAsync(HttpResponseMessage response, bool isStream, CancellationToken cancellation)
    {
        var headers = new UpstreamHeaders(response);
        var status = (int)response.StatusCode;
        if (response.IsSuccessStatusCode && isStream)
        {
            return new RestAnswer { Status = status, Headers = headers, Stream = await response.Content.ReadAsStreamAsync(cancellation) };
        }

        using (response)
        {
            var answer = new RestAnswer { Status = status, Headers = headers, Body = await DocumentAsync(response, cancellation) };
            return IsSuccess(answer) ? answer : throw ErrorOf(answer);
        }
    }

    // AWS: what takes long may begin with 200 and end with an error.
    private bool IsSuccess(RestAnswer answer)
    {
        try
        {
            return answer.Status is >= 200 and < 300 && answer.Root?.Name != "Error";
        }
        catch (AwsError)
        {
            LogUnreadable(log, "a document", "MalformedXML");
            throw AwsError.InternalFailure();
        }
    }

    private AwsError ErrorOf(RestAnswer answer)
    {
        AwsError? error;
        try
        {
            error = UpstreamErrors.Of(answer);
        }
        catch (AwsError)
        {
            error = null;
        }

        if (error is null)
        {
            LogFault(log, answer.Status);
            return answer.Status is 502 or 503 or 504 ? AwsError.ServiceUnavailable() : AwsError.InternalFailure();
        }

        return error;
    }

    // White space before a document keeps connections alive, and is none of XML's.
    private static async ValueTask<ReadOnlyMemory<byte>> DocumentAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        using var bytes = new MemoryStream();
        var room = new byte[32 * 1024];
        while (await stream.ReadAsync(room, cancellation) is > 0 and var read)
        {
            bytes.Write(room, 0, read);
            if (bytes.Length > LongestDocument)
            {
                throw new IOException("The document is too long.");
            }
        }

        var all = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        return all.TrimStart(" \r\n\t"u8);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The S3 upstream can't be reached, or has broken off: {Reason}")]
    private static partial void LogUnreachable(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The S3 upstream is at fault, or refuses the key that it is asked with: status {Status}")]
    private static partial void LogFault(ILogger log, int status);

    [LoggerMessage(Level = LogLevel.Error, Message = "The S3 upstream has answered what can't be read as {Shape}: {Code}")]
    private static partial void LogUnreadable(ILogger log, string shape, string code);
}
