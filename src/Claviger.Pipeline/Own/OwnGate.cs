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
    /// <param name="action">The action, as <c>ssm:StartSession</c>; the audit trail calls what is done by its name.</param>
    /// <param name="find">Finds the resource for the caller: its ARN, account and tags. What does not exist is named all the same.</param>
    /// <returns>The call; null where the request was refused and answered.</returns>
    public async Task<CallContext?> PassAsync(HttpContext http, string action, Func<Caller, (string Resource, AccountId Account, TagSet? Tags)> find)
    {
        ArgumentNullException.ThrowIfNull(http);
        var call = new CallContext
        {
            RequestId = RequestId.New(),
            Time = time.GetUtcNow(),
            SourceAddress = ClientAddress.Of(http),
            UserAgent = http.Request.Headers.UserAgent,
            IsSecureTransport = http.Request.IsHttps,
        };
        Name(call, action);
        try
        {
            var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
            var request = new SignedRequest(http.Request.Method, target, new WireHeaders(http.Request.Headers), ReadOnlyMemory<byte>.Empty);
            call.Caller = (await authenticator.AuthenticateAsync(request, IamModel.Service, operation: null, call.Time)).Caller;
            await DemandAsync(call, action, find);
            return call;
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

    /// <summary>Lets a call pass whose caller is known, if they may do an action on a resource.</summary>
    /// <exception cref="AwsError">They may not, or it could not be recorded.</exception>
    public async Task PassAsync(CallContext call, string action, Func<Caller, (string Resource, AccountId Account, TagSet? Tags)> find)
    {
        ArgumentNullException.ThrowIfNull(call);
        Name(call, action);
        try
        {
            await DemandAsync(call, action, find);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw await failures.RecordAsync(call, exception);
        }
    }

    /// <summary>Asks whether a caller may still do what they passed for; this is no call of theirs, and leaves no record.</summary>
    /// <returns>Why they may not; null if they may.</returns>
    public async ValueTask<AwsError?> ObjectionAsync(CallContext call, string action, Func<Caller, (string Resource, AccountId Account, TagSet? Tags)> find) =>
        await invocation.Store.ReadAsync(state => invocation.Authorizer.Refusal(call, TargetsOf(call, action, find(call.Caller)), state));

    /// <summary>Puts on record that what a caller passed for has ended.</summary>
    /// <param name="passed">The call that passed.</param>
    /// <param name="name">What the audit trail calls the end, as <c>TerminateSession</c>.</param>
    public Task RecordEndAsync(CallContext passed, string name)
    {
        ArgumentNullException.ThrowIfNull(passed);
        var call = new CallContext
        {
            RequestId = RequestId.New(),
            Time = time.GetUtcNow(),
            SourceAddress = passed.SourceAddress,
            UserAgent = passed.UserAgent,
            IsSecureTransport = passed.IsSecureTransport,
            Region = passed.Region,
            Caller = passed.Caller,
            OwnOperation = name,
            OwnOperationService = passed.OwnOperationService,
        };
        return RecordAsync(call, "sessionId", passed.RequestId);
    }

    private static void Name(CallContext call, string action)
    {
        var colon = action.IndexOf(':', StringComparison.Ordinal);
        (call.OwnOperationService, call.OwnOperation) = (action[..colon], action[(colon + 1)..]);
    }

    private static Targets TargetsOf(CallContext call, string action, (string Arn, AccountId Account, TagSet? Tags) resource)
    {
        var targets = new Targets(call);
        targets.Add(action, resource.Arn, resource.Account).WithResourceTags(resource.Tags);
        return targets;
    }

    private async Task DemandAsync(CallContext call, string action, Func<Caller, (string Resource, AccountId Account, TagSet? Tags)> find)
    {
        var resource = find(call.Caller);
        await invocation.Store.ReadAsync(state =>
        {
            invocation.Authorizer.Demand(call, TargetsOf(call, action, resource), state);
            return true;
        });
        // INVARIANT: nothing begins that is not on record.
        await RecordAsync(call, "target", resource.Resource);
    }

    private async Task RecordAsync(CallContext call, string parameter, string value) => await invocation.Store.WriteAsync(call.Caller.Account, state =>
    {
        state.Audit(AuditTrail.OfOwnWrite(call, json =>
        {
            json.WriteStartObject();
            json.WriteString(parameter, value);
            json.WriteEndObject();
        }));
        return true;
    });
}
