using Claviger.Aws;
using Claviger.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Claviger.Pipeline;

/// <summary>What becomes of a call that did not succeed: an error of AWS's, and an event in the audit trail.</summary>
public sealed partial class Failures(AuditTrail audit, ILogger<Failures> log)
{
    /// <summary>The error that a call is answered with; the call's event is recorded with it.</summary>
    /// <returns>The error; where it can't be recorded, the one that says so.</returns>
    internal async ValueTask<AwsError> RecordAsync(CallContext call, Exception exception)
    {
        var error = exception as AwsError ?? Unforeseen(exception);
        try
        {
            await audit.RecordFailureAsync(call, call.Request, error);
            return error;
        }
        catch (AwsError unrecorded)
        {
            return unrecorded;
        }
    }

    private AwsError Unforeseen(Exception exception)
    {
        switch (exception)
        {
            case StoreReadOnlyException or StoreBusyException or StoreUnavailableException:
                LogUnavailable(log, exception.GetType().Name, exception.Message);
                return AwsError.ServiceUnavailable();
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return AwsError.RequestEntityTooLarge(AwsEndpoint.BodyLimit);
            case BadHttpRequestException:
                return AwsError.MalformedQueryString("The request is malformed.");
            default:
                LogFailure(log, exception);
                return AwsError.InternalFailure(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed without an error of AWS's.")]
    private static partial void LogFailure(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store can't answer ({Kind}): {Reason}")]
    private static partial void LogUnavailable(ILogger log, string kind, string reason);
}
