using System.Text.Json;
using Claviger.Aws;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Claviger.Pipeline;

/// <summary>What this server offers beside AWS's operations, under <c>/_claviger/</c>: signed like any call of IAM, by a root user.</summary>
public sealed class OwnEndpoint(IEnumerable<OwnOperation> operations, Authenticator authenticator, Failures failures, TimeProvider time)
{
    /// <summary>First segment of the path of all that is ours on AWS's port.</summary>
    public const string Prefix = "/_claviger/";

    private const int BodyLimit = 64 * 1024;

    /// <summary>Answers one request.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        var call = new CallContext
        {
            RequestId = RequestId.New(),
            Time = time.GetUtcNow(),
            SourceAddress = ClientAddress.Of(http),
            UserAgent = http.Request.Headers.UserAgent,
            IsSecureTransport = http.Request.IsHttps,
        };
        try
        {
            using var body = await RequestBody.ReadAsync(http.Request, BodyLimit);
            var operation = Find(http.Request);
            call.OwnOperation = operation.Name;
            var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
            var request = new SignedRequest(http.Request.Method, target, new WireHeaders(http.Request.Headers), body.Bytes);
            call.Caller = (await authenticator.AuthenticateAsync(request, IamModel.Service, operation: null, call.Time)).Caller;
            if (call.Caller is not { Kind: CallerKind.Root, Session: null })
            {
                throw AwsError.AccessDenied($"User: {call.Caller.Arn} is not authorized to perform: claviger:{operation.Name} because only a root user is");
            }

            await AnswerAsync(http, call, StatusCodes.Status200OK, await operation.RunAsync(call, body.Bytes));
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !http.RequestAborted.IsCancellationRequested)
        {
            var error = await failures.RecordAsync(
                call, exception is BadHttpRequestException ? AwsError.MalformedInput("The request is malformed.") : exception);
            await AnswerAsync(http, call, error.HttpStatus, new OwnError(error.Code, error.Message));
        }
    }

    private OwnOperation Find(HttpRequest request) =>
        HttpMethods.IsPost(request.Method)
        && operations.FirstOrDefault(operation => request.Path.Equals(Prefix + operation.Path, StringComparison.Ordinal)) is { } found
            ? found
            : throw new AwsError("NotFound", StatusCodes.Status404NotFound, $"There is nothing at {request.Path}.");

    private static async Task AnswerAsync(HttpContext http, CallContext call, int status, object answer)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.Headers["x-amzn-RequestId"] = call.RequestId;
        http.Response.Headers.CacheControl = "no-store";
        await JsonSerializer.SerializeAsync(http.Response.Body, answer, answer.GetType(), OwnJson.Default, http.RequestAborted);
    }
}
