using System.Text.Json;
using Claviger.Aws;
using Claviger.Policy;
using Claviger.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Claviger.Pipeline;

/// <summary>The gate before what is ours and asked for by an action of AWS's: the same authentication, decision and record as of any call.</summary>
public sealed class OwnGate(Authenticator authenticator, Invocation invocation, Failures failures, TimeProvider time)
{
    /// <summary>Lets a signed request without a body pass, if its caller may do an action on a resource.</summary>
    /// <param name="http">The request. Refused, it is answered with the error, as JSON.</param>
    /// <param name="name">What the audit trail calls it.</param>
    /// <param name="action">The action, as <c>ssm:StartSession</c>.</param>
    /// <param name="find">Finds the resource for the caller: its ARN, account and tags. What does not exist is named all the same.</param>
    /// <returns>The ARN of the resource; null where the request was refused and answered.</returns>
    public async Task<string?> PassAsync(
        HttpContext http, string name, string action, Func<Caller, ReadTransaction, (string Resource, AccountId Account, TagSet? Tags)> find)
    {
        ArgumentNullException.ThrowIfNull(http);
        var call = new CallContext
        {
            RequestId = RequestId.New(),
            Time = time.GetUtcNow(),
            SourceAddress = ClientAddress.Of(http),
            UserAgent = http.Request.Headers.UserAgent,
            IsSecureTransport = http.Request.IsHttps,
            OwnOperation = name,
        };
        try
        {
            var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
            var request = new SignedRequest(http.Request.Method, target, new WireHeaders(http.Request.Headers), ReadOnlyMemory<byte>.Empty);
            call.Caller = (await authenticator.AuthenticateAsync(request, IamModel.Service, operation: null, call.Time)).Caller;
            var resource = await invocation.Store.ReadAsync(state =>
            {
                var (arn, account, tags) = find(call.Caller, state);
                var targets = new Targets(call);
                targets.Add(action, arn, account).WithResourceTags(tags);
                invocation.Authorizer.Demand(call, targets, state);
                return arn;
            });
            // INVARIANT: nothing begins that is not on record.
            await invocation.Store.WriteAsync(call.Caller.Account, state =>
            {
                state.Audit(AuditTrail.OfOwnWrite(call, json => WriteParameters(json, resource)));
                return true;
            });
            return resource;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !http.RequestAborted.IsCancellationRequested)
        {
            var error = await failures.RecordAsync(call, exception);
            http.Response.StatusCode = error.HttpStatus;
            http.Response.ContentType = "application/json";
            http.Response.Headers["x-amzn-RequestId"] = call.RequestId;
            await JsonSerializer.SerializeAsync(http.Response.Body, new OwnError(error.Code, error.Message), OwnJson.Default.OwnError, http.RequestAborted);
            return null;
        }
    }

    private static void WriteParameters(Utf8JsonWriter json, string resource)
    {
        json.WriteStartObject();
        json.WriteString("target"u8, resource);
        json.WriteEndObject();
    }
}
