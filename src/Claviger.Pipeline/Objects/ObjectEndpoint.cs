using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Claviger.Pipeline;

/// <summary>The whole way of a request to S3, whose bodies are streams in both directions.</summary>
public sealed class ObjectEndpoint(
    AwsServices services, Authenticator authenticator, Invocation invocation, Failures failures, ObjectDomains domains, ObjectCors cors, TimeProvider time)
{
    // What a document that AWS takes comes to at most: 10,000 parts of an upload with their checksums.
    private const int DocumentLimit = 4 * 1024 * 1024;
    private const string SigningName = "s3";
    private const string Form = "application/x-www-form-urlencoded";

    private readonly AwsService? _service = services.BySigningName(SigningName, "/");

    /// <summary>Whether a request is for S3: by the scope of its signature; without one it is, unless it is a form of the query protocol.</summary>
    public bool Serves(HttpContext http)
    {
        if (_service is null)
        {
            return false;
        }

        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var request = new SignedRequest(http.Request.Method, target, new WireHeaders(http.Request.Headers), default);
        if (SigV4Reader.TryReadScope(in request, out var signingName, out _))
        {
            return signingName == SigningName;
        }

        var isForm = HttpMethods.IsPost(http.Request.Method)
            && (http.Request.ContentType is null || http.Request.ContentType.StartsWith(Form, StringComparison.OrdinalIgnoreCase));
        var isOfQuery = http.Request.Path.Value is "/" or "" && (isForm || http.Request.Query.ContainsKey("Action"));
        return !isOfQuery || domains.BucketOf(http.Request.Host.Value ?? "") is not null;
    }

    /// <summary>Whether an operation is about what is in a bucket rather than the bucket.</summary>
    internal static bool IsAboutData(OperationModel operation) => ReferenceEquals(operation.Service, S3Model.Service)
        && (S3Routes.Router.IsOnObject(operation) || operation.Name.StartsWith("ListObject", StringComparison.Ordinal));

    /// <summary>Answers one request; never throws but when the client has gone.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        var call = HttpCall.New(http, ObjectAnswer.NewRequestId(), time.GetUtcNow());
        var answer = new ObjectAnswer(http, call.RequestId);
        try
        {
            await AnswerAsync(http, call, answer);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !http.RequestAborted.IsCancellationRequested)
        {
            var error = ObjectErrors.Of(await failures.RecordAsync(call, ObjectErrors.OfTransport(exception) ?? exception));
            if (http.Response.HasStarted)
            {
                // The status is on its way: that the answer is not whole can only be shown by breaking it off.
                http.Abort();
                return;
            }

            await answer.SendAsync(error, http.Request.Path.Value ?? "");
            await UnreadBody.TakeAsync(http, time);
        }
    }

    private async Task AnswerAsync(HttpContext http, CallContext call, ObjectAnswer answer)
    {
        // 1. read
        var request = ObjectRequest.Read(http, domains);
        call.BucketUrl = request.BucketUrl;
        if (HttpMethods.IsOptions(http.Request.Method))
        {
            answer.SendHeaders(StatusCodes.Status200OK, await cors.PreflightAsync(http.Request, request.Address));
            return;
        }

        if (PostForm.IsIn(request))
        {
            await AnswerFormAsync(request, call, answer);
            return;
        }

        var model = S3Routes.Router.Find(http.Request.Method, request.Address.Level, request.Query, request.Signed.Headers);
        call.Operation = model;
        call.IsData = IsAboutData(model);

        // 2. authenticate
        SigV4Reader.TryReadScope(request.Signed, out _, out var region);
        call.Region = region.Length > 0 ? region : call.Region;
        (call.Caller, var payload) = await authenticator.AuthenticateAsync(request.Signed, S3Model.Service, null, call.Time);
        call.WireKeys = new ObjectWireKeys(
            payload,
            payload is null ? null : payload.IsPresigned ? ObjectWireKeys.InQuery : ObjectWireKeys.InHeader,
            request.Signed.Headers["x-amz-content-sha256"].Single,
            TlsVersion(http),
            call.Time);

        // 3. bind and validate, 4. authorize, 5. prepare, 6. commit, 7. audit
        await using var content = Open(request, model, payload);
        var rest = new RestRequest
        {
            Bucket = request.Address.Bucket,
            Key = request.Address.Key,
            Parameters = request.Query,
            Headers = request.HeadersFor(payload is { IsPresigned: true }, content?.DeclaredLength),
            Body = model.Takes == OperationBody.Document ? await ReadAsync(content!, http.RequestAborted) : default,
            Content = model.Takes == OperationBody.Content ? content : null,
        };
        call.Rest = rest;
        var response = await _service!.OperationOf(model).InvokeAsync(invocation, call, new RequestContent { Rest = rest });

        // 8. write
        await cors.AllowAsync(http, request.Address.Bucket);
        await answer.SendAsync(model, (IRestResponseShape)response);
    }

    private async Task AnswerFormAsync(ObjectRequest request, CallContext call, ObjectAnswer answer)
    {
        call.Operation = PutObjectRequest.Operation;
        call.IsData = true;
        await using var form = await PostForm.ReadAsync(request);
        var authentication = await authenticator.AuthenticateFormAsync(form.Signature, call.Time);
        call.Caller = authentication.Caller;
        call.Region = form.Signature?.Region ?? call.Region;
        call.WireKeys = new ObjectWireKeys(
            authentication.Payload, form.Signature is null ? null : ObjectWireKeys.InForm, null, TlsVersion(request.Http), call.Time);
        var rest = form.ToRequest(call.Time);
        call.Rest = rest;
        var response = await _service!.OperationOf(call.Operation).InvokeAsync(invocation, call, new RequestContent { Rest = rest });
        await cors.AllowAsync(request.Http, request.Address.Bucket);
        await form.AnswerAsync(answer, (PutObjectResponse)response);
    }

    private static ContentStream? Open(ObjectRequest request, OperationModel model, SignedPayload? payload)
    {
        var http = request.Http.Request;
        if (model.Takes == OperationBody.Nothing)
        {
            return null;
        }

        if (model.Takes == OperationBody.Content && http.ContentLength is null && !request.IsTransferChunked)
        {
            throw S3Error.MissingContentLength();
        }

        // AWS: what completes an upload has the checksum of the object, not of the document, in its headers.
        var hasChecksum = model != CompleteMultipartUploadRequest.Operation;
        return IncomingContent.Open(http.Body, request.Signed.Headers, payload, http.ContentLength, request.IsTransferChunked, hasChecksum);
    }

    private static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(ContentStream content, CancellationToken cancellation)
    {
        if (content.DeclaredLength > DocumentLimit)
        {
            throw ObjectErrors.TooLong();
        }

        var bytes = new byte[(int)(content.DeclaredLength ?? 0) + 1];
        var length = 0;
        while (await content.ReadAsync(bytes.AsMemory(length), cancellation) is > 0 and var read)
        {
            length += read;
        }

        return bytes.AsMemory(0, length);
    }

    private static string? TlsVersion(HttpContext http) => http.Features.Get<ITlsHandshakeFeature>()?.Protocol switch
    {
        System.Security.Authentication.SslProtocols.Tls12 => "1.2",
        System.Security.Authentication.SslProtocols.Tls13 => "1.3",
        _ => null,
    };
}
