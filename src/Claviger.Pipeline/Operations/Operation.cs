using Claviger.Aws;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>An API call of AWS: what it is named, what it needs to be allowed, what it does.</summary>
/// <remarks>One class a file, named as AWS names the call and found by that name: there is no list of operations to keep.</remarks>
public abstract class Operation
{
    /// <summary>The wire side: name, service, how requests are read and results written.</summary>
    public abstract OperationModel Model { get; }

    /// <summary>How far the operation goes today; docs/coverage.md is made of it.</summary>
    public virtual Coverage Coverage => Coverage.Complete;

    /// <summary>Whether the operation changes nothing, as the audit trail says it.</summary>
    internal abstract bool IsRead { get; }

    /// <summary>Steps 3 to 7 of a request: bind, validate, authorize, run, audit. The result is written by the caller.</summary>
    internal abstract ValueTask<IResponseShape> InvokeAsync(Invocation invocation, CallContext call, RequestContent content);
}

/// <summary>An operation over its request and response shapes.</summary>
/// <typeparam name="TRequest">The generated request shape.</typeparam>
/// <typeparam name="TResponse">The generated response shape.</typeparam>
public abstract class Operation<TRequest, TResponse> : Operation
    where TRequest : class, IRequestShape<TRequest>
    where TResponse : class, IResponseShape
{
    private static readonly OperationModel<TRequest, TResponse> Shapes = (OperationModel<TRequest, TResponse>)TRequest.Operation;

    /// <inheritdoc/>
    public sealed override OperationModel Model => Shapes;

    /// <summary>Names every action and resource that AWS checks for this call; all of them must be allowed before it runs.</summary>
    /// <remarks>Must not fail on what does not exist: who may not act learns nothing of it.</remarks>
    protected internal abstract void Authorize(TRequest request, Targets targets, CallContext call, ReadTransaction state);

    internal sealed override async ValueTask<IResponseShape> InvokeAsync(Invocation invocation, CallContext call, RequestContent content) =>
        await InvokeAsync(invocation, call, TRequest.Read(content));

    /// <summary>Steps 3 to 7 for a request that is a shape already.</summary>
    internal ValueTask<TResponse> InvokeAsync(Invocation invocation, CallContext call, TRequest request)
    {
        call.Request = request;
        call.IsRead = IsRead;
        call.Authorizer = invocation.Authorizer;
        Shapes.Validate(request);
        Refine(request, call);
        var identified = IdentifyAsync(request, call);
        return identified.IsCompletedSuccessfully ? RunAsync(invocation, call, request) : RunIdentifiedAsync(identified, invocation, call, request);
    }

    /// <summary>Checks of the input alone that the model can't express, before anything is authorized.</summary>
    protected internal virtual void Refine(TRequest request, CallContext call)
    {
    }

    /// <summary>What the request itself proves of who calls: the code of a second factor, a provider's token. Before anything is authorized.</summary>
    /// <remarks>The rest of authentication: it sets <see cref="CallContext.MfaAt"/> or <see cref="CallContext.Caller"/>, or refuses the call.</remarks>
    protected virtual ValueTask IdentifyAsync(TRequest request, CallContext call) => default;

    internal abstract ValueTask<TResponse> RunAsync(Invocation invocation, CallContext call, TRequest request);

    private async ValueTask<TResponse> RunIdentifiedAsync(ValueTask identified, Invocation invocation, CallContext call, TRequest request)
    {
        await identified;
        return await RunAsync(invocation, call, request);
    }
}
