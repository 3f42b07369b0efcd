using Claviger.Aws;
using Claviger.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Claviger.Console;

/// <summary>Calls as the principal who is signed in: validated, authorized and audited like those of any client.</summary>
/// <remarks>INVARIANT: the console has no other way to the state than this and sign-in.</remarks>
public sealed class PrincipalCalls(Calls calls, TimeProvider time, IHttpContextAccessor accessor)
{
    private HttpContext Http => accessor.HttpContext!;

    /// <summary>The region that is looked at.</summary>
    internal string Region => ConsoleRegion.Of(Http);

    /// <summary>Makes a call.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="request">Its request.</param>
    /// <param name="holding">What the names in a list must hold; null for all.</param>
    /// <exception cref="AwsError">It was refused or failed.</exception>
    public ValueTask<TResponse> CallAsync<TRequest, TResponse>(OperationModel<TRequest, TResponse> operation, TRequest request, string? holding = null)
        where TRequest : class, IRequestShape<TRequest>
        where TResponse : class, IResponseShape
    {
        ArgumentNullException.ThrowIfNull(operation);
        var call = NewCall(Http, time, Http.Features.GetRequiredFeature<ConsoleSession>().Caller, holding);
        call.Region = ConsoleRegion.Of(Http, operation.Service);
        return calls.CallAsync<TRequest, TResponse>(call, request);
    }

    /// <summary>Makes a call whose refusal is part of the answer.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="request">Its request.</param>
    /// <param name="holding">What the names in a list must hold; null for all.</param>
    public async ValueTask<Answer<TResponse>> TryAsync<TRequest, TResponse>(OperationModel<TRequest, TResponse> operation, TRequest request, string? holding = null)
        where TRequest : class, IRequestShape<TRequest>
        where TResponse : class, IResponseShape
    {
        try
        {
            return new Answer<TResponse>(await CallAsync(operation, request, holding), null);
        }
        catch (AwsError error)
        {
            return new Answer<TResponse>(null, error);
        }
    }

    /// <summary>The context of one call: the browser's own address, agent and transport.</summary>
    internal static CallContext NewCall(HttpContext http, TimeProvider time, Caller? caller = null, string? holding = null) => new()
    {
        RequestId = RequestId.New(),
        Time = time.GetUtcNow(),
        SourceAddress = ClientAddress.Of(http),
        UserAgent = http.Request.Headers.UserAgent,
        IsSecureTransport = http.Request.IsHttps,
        Caller = caller ?? Caller.Anonymous,
        Holding = holding,
    };
}
