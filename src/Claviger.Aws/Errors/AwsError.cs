namespace Claviger.Aws;

/// <summary>An error as AWS answers it: its code, HTTP status, message, and whose fault it is.</summary>
/// <remarks>
/// Thrown anywhere on the way of a request and written by the protocol of the service. The message goes to the client, so it never
/// holds a secret. The factories for the errors that the service models declare are in <c>Generated/AwsError.cs</c>.
/// </remarks>
#pragma warning disable CA1710 // "error" is AWS's word for what a client sees; it is an exception only on its way there
public sealed partial class AwsError : Exception
#pragma warning restore CA1710
{
    /// <param name="code">AWS's error code, such as <c>NoSuchEntity</c>.</param>
    /// <param name="httpStatus">The HTTP status, 400 to 599.</param>
    /// <param name="message">The text the client sees.</param>
    /// <param name="senderFault">Whether the request is at fault; false when it is the service.</param>
    /// <param name="cause">What went wrong underneath, for the log; never sent.</param>
    public AwsError(string code, int httpStatus, string message, bool senderFault = true, Exception? cause = null)
        : base(message, cause)
    {
        Code = code;
        HttpStatus = httpStatus;
        SenderFault = senderFault;
    }

    /// <summary>AWS's error code.</summary>
    public string Code { get; }

    /// <summary>The HTTP status of the answer.</summary>
    public int HttpStatus { get; }

    /// <summary>Whether the request is at fault (<c>Sender</c>) rather than the service (<c>Receiver</c>).</summary>
    public bool SenderFault { get; }

    /// <summary>What S3's errors say beside code and message, by the names of their elements: <c>BucketName</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Details { get; private init; } = [];

    /// <summary>Headers of the answer beside those that all have: <c>x-amz-delete-marker</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; private init; } = [];

    /// <summary>The error with one more detail; the same if the value is null.</summary>
    public AwsError With(string name, string? value) =>
        value is null ? this : Copy([.. Details, new(name, value)], Headers);

    /// <summary>The error with one more header; the same if the value is null.</summary>
    public AwsError WithHeader(string name, string? value) =>
        value is null ? this : Copy(Details, [.. Headers, new(name, value)]);

    /// <summary>The same under another code and status.</summary>
    internal AwsError As(string code, int httpStatus) =>
        new(code, httpStatus, Message, SenderFault, InnerException) { Details = Details, Headers = Headers };

    /// <summary>400: a request in JSON that can't be read as what its shapes say. The text may be empty.</summary>
    public static AwsError Serialization(string message) => new("SerializationException", 400, message);

    /// <summary>403: authenticated, but not allowed; the message names caller, action and reason.</summary>
    public static AwsError AccessDenied(string message) => new("AccessDenied", 403, message);

    /// <summary>400: the input breaks a constraint; see <see cref="ValidationErrors"/> for the wording.</summary>
    public static AwsError ValidationError(string message) => new("ValidationError", 400, message);

    /// <summary>400: a value has another form than its type, such as letters where a number belongs. The text may be empty.</summary>
    public static AwsError MalformedInput(string message) => new("MalformedInput", 400, message);

    /// <summary>404: query string or form can't be read at all (AWS's list of common errors gives it this status).</summary>
    public static AwsError MalformedQueryString(string message) => new("MalformedQueryString", 404, message);

    /// <summary>400: the service has no such operation in the version asked for.</summary>
    public static AwsError InvalidAction(string action, string? version) =>
        new("InvalidAction", 400, $"Could not find operation {action} for version {version ?? "NO_VERSION_SPECIFIED"}");

    /// <summary>501: a service that this server does not offer.</summary>
    /// <param name="name">The service's name in a credential scope.</param>
    public static AwsError UnknownService(string name) =>
        new("UnknownService", 501, $"The service {name} is not offered by this server.");

    /// <summary>400: the request names no operation.</summary>
    // AWS: STS and IAM redirect such a request to their pages on aws.amazon.com, which no client means to ask for.
    public static AwsError MissingAction() => new("MissingAction", 400, "Missing Action");

    /// <summary>400: a parameter that the operation needs is missing.</summary>
    public static AwsError MissingParameter(string message) => new("MissingParameter", 400, message);

    /// <summary>400: a parameter's value can't be used.</summary>
    public static AwsError InvalidParameterValue(string message) => new("InvalidParameterValue", 400, message);

    /// <summary>400: parameters that exclude each other.</summary>
    public static AwsError InvalidParameterCombination(string message) => new("InvalidParameterCombination", 400, message);

    /// <summary>404: neither path, headers nor content type belong to a protocol of the service.</summary>
    public static AwsError UnknownOperation() => new("UnknownOperationException", 404, "");

    /// <summary>413: the body is longer than the operation takes.</summary>
    /// <param name="limit">The longest body, in bytes.</param>
    public static AwsError RequestEntityTooLarge(long limit) =>
        new("RequestEntityTooLarge", 413, $"Request size exceeded the limit of {limit} bytes");

    /// <summary>400: too many requests.</summary>
    public static AwsError Throttling() => new("Throttling", 400, "Rate exceeded");

    /// <summary>500: the service failed; the cause is logged, not sent.</summary>
    public static AwsError InternalFailure(Exception? cause = null) => new(
        "InternalFailure",
        500,
        "The request processing has failed because of an unknown error, exception or failure.",
        senderFault: false,
        cause);

    /// <summary>503: the service can't answer now; the request may be sent again.</summary>
    public static AwsError ServiceUnavailable() => new(
        "ServiceUnavailable",
        503,
        "The request has failed due to a temporary failure of the server.",
        senderFault: false);

    /// <summary>501: an operation of AWS that this server parses and authorizes but doesn't do yet.</summary>
    public static AwsError NotImplemented(OperationModel operation) => new(
        "NotImplemented",
        501,
        $"The {operation.Name} operation of {operation.Service.Name} is not implemented.",
        senderFault: false);

    private AwsError Copy(IReadOnlyList<KeyValuePair<string, string>> details, IReadOnlyList<KeyValuePair<string, string>> headers) =>
        new(Code, HttpStatus, Message, SenderFault, InnerException) { Details = details, Headers = headers };
}
