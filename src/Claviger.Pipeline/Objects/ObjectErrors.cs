using Claviger.Aws;
using Microsoft.AspNetCore.Http;

namespace Claviger.Pipeline;

/// <summary>The errors that every service has, in the words of S3.</summary>
internal static class ObjectErrors
{
    /// <summary>What S3 calls an error.</summary>
    public static AwsError Of(AwsError error) => error.Code switch
    {
        "InternalFailure" => new("InternalError", 500, "We encountered an internal error. Please try again.", senderFault: false, error.InnerException),
        "ServiceUnavailable" => new("ServiceUnavailable", 503, "Reduce your request rate.", senderFault: false),
        "MalformedQueryString" => new("InvalidRequest", 400, error.Message),
        "RequestEntityTooLarge" => TooLong(),
        _ => error,
    };

    /// <summary>400: a document that is longer than any that S3 takes.</summary>
    public static AwsError TooLong() => new("MaxMessageLengthExceeded", 400, "Your request was too big.");

    /// <summary>What a request has failed with whose client sends less than it said, or nothing any more.</summary>
    public static AwsError? OfTransport(Exception exception) => exception switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } => new(
            "RequestTimeout", 400, "Your socket connection to the server was not read from or written to within the timeout period. Idle connections will be closed."),
        BadHttpRequestException => S3Error.IncompleteBody(),
        _ => null,
    };
}
