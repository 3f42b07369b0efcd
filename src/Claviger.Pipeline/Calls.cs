using Claviger.Aws;

namespace Claviger.Pipeline;

/// <summary>
/// The pipeline's second entry: a call whose request is a shape already and whose caller is known. It joins before step 3 of a request and
/// skips nothing from there on.
/// </summary>
/// <remarks>For the console, and for services among themselves.</remarks>
public sealed class Calls(AwsServices services, Invocation invocation, Failures failures)
{
    /// <summary>Validates, authorizes, runs and audits a call.</summary>
    /// <typeparam name="TRequest">The generated request shape; it names the operation.</typeparam>
    /// <typeparam name="TResponse">The generated response shape of the same operation.</typeparam>
    /// <param name="call">Who calls, from where, when. One context is for one call.</param>
    /// <param name="request">The request.</param>
    /// <exception cref="AwsError">The call was refused or failed; it is recorded.</exception>
    public async ValueTask<TResponse> CallAsync<TRequest, TResponse>(CallContext call, TRequest request)
        where TRequest : class, IRequestShape<TRequest>
        where TResponse : class, IResponseShape
    {
        call.Operation = TRequest.Operation;
        call.IsData = ObjectEndpoint.IsAboutData(TRequest.Operation);
        try
        {
            var service = services.ByModel(TRequest.Operation.Service);
            var operation = (Operation<TRequest, TResponse>)service.OperationOf(TRequest.Operation);
            return await operation.InvokeAsync(invocation, call, request);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw await failures.RecordAsync(call, exception);
        }
    }
}
