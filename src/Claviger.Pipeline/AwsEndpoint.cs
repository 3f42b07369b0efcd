using System.Buffers;
using Claviger.Aws;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Claviger.Pipeline;

/// <summary>The whole way of a request, from bytes to bytes.</summary>
public sealed class AwsEndpoint(
    AwsServices services, Authenticator authenticator, Invocation invocation, Failures failures, ObjectEndpoint objects, TimeProvider time)
{
    /// <summary>The longest body of the query protocol, in bytes.</summary>
    internal const int BodyLimit = 1024 * 1024;

    /// <summary>Answers one request; never throws but when the client has gone.</summary>
    public Task HandleAsync(HttpContext http) => objects.Serves(http) ? objects.HandleAsync(http) : HandleQueryAsync(http);

    private async Task HandleQueryAsync(HttpContext http)
    {
        var call = HttpCall.New(http, RequestId.New(), time.GetUtcNow());
        var output = new ArrayBufferWriter<byte>(1024);
        AwsService? service = null;
        AwsError? error;
        try
        {
            // 1. read
            using var body = await RequestBody.ReadAsync(http.Request, BodyLimit);
            var request = new SignedRequest(
                http.Request.Method, http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, new WireHeaders(http.Request.Headers), body.Bytes);
            var isScoped = SigV4Reader.TryReadScope(in request, out var signingName, out var region);
            var parameters = QueryRequest.Read(http.Request, in request);
            service = isScoped ? services.BySigningName(signingName, request.Path) : services.ByVersion(parameters.Version);
            if (service is null)
            {
                throw isScoped ? AwsError.UnknownService(signingName) : MissingAuthentication();
            }

            // 2. authenticate
            call.Region = isScoped ? region : call.Region;
            var named = NamedOperation.Of(service.Model, http.Request.Headers, in request, parameters);
            call.Operation = named.Model;
            call.Caller = (await authenticator.AuthenticateAsync(request, service.Model, call.Operation, call.Time)).Caller;

            // 3. bind and validate, 4. authorize, 5. prepare, 6. commit, 7. audit
            var operation = service.OperationOf(named.Demand());
            var response = await operation.InvokeAsync(invocation, call, named.Content());

            // 8. write
            service.Model.Protocol.WriteResponse(output, operation.Model, response, call.RequestId);
            error = null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !http.RequestAborted.IsCancellationRequested)
        {
            var model = (service ?? services.Default).Model;
            error = model.Protocol.Translate(await failures.RecordAsync(call, exception));
            // AWS: an operation that no service has is refused in the namespace of none.
            model.Protocol.WriteError(output, error.Code == "InvalidAction" ? null : model, error, call.RequestId);
        }

        await SendAsync(http, call, service, output, error);
    }

    private static async Task SendAsync(HttpContext http, CallContext call, AwsService? service, ArrayBufferWriter<byte> output, AwsError? error)
    {
        var response = http.Response;
        response.StatusCode = error?.HttpStatus ?? StatusCodes.Status200OK;
        response.ContentType = service?.Model.Protocol.ContentType ?? QueryProtocol.Instance.ContentType;
        response.ContentLength = output.WrittenCount;
        response.Headers["x-amzn-RequestId"] = call.RequestId;
        foreach (var (name, value) in error?.Headers ?? [])
        {
            response.Headers[name] = value;
        }

        await response.BodyWriter.WriteAsync(output.WrittenMemory, http.RequestAborted);
    }

    private static AwsError MissingAuthentication() =>
        new("MissingAuthenticationToken", StatusCodes.Status403Forbidden, "Request is missing Authentication Token");
}
