using System.Globalization;

namespace Claviger.Aws;

/// <summary>The words of S3.</summary>
internal sealed class S3SignatureErrors : SignatureErrors
{
    private const string Form = "\"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\"";

    public override AwsError NotSigned() => new("AccessDenied", 403, "Access Denied");

    public override AwsError UnknownScheme() => new("InvalidArgument", 400, "Unsupported Authorization Type");

    public override AwsError SignedTwice() => new(
        "InvalidArgument",
        400,
        "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified");

    public override AwsError NotAPair(string part, string header) => HeaderMalformed($"the authorization component \"{part}\" is malformed.");

    public override AwsError HeaderIncomplete(IReadOnlyList<string> missing, string header) =>
        missing.Contains(AuthorizationPart.Date)
            ? new AwsError("AccessDenied", 403, "AWS authentication requires a valid Date or x-amz-date header")
            : HeaderMalformed("the authorization header requires three components: Credential, SignedHeaders, and Signature.");

    public override AwsError QueryIncomplete(IReadOnlyList<string> missing) => QueryMalformed(
        "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.");

    public override AwsError BadDate(string date, bool presigned) => presigned
        ? QueryMalformed("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"")
        : new AwsError("AccessDenied", 403, "AWS authentication requires a valid Date or x-amz-date header");

    public override AwsError Expired(DateTimeOffset signed, DateTimeOffset now) => Skewed();

    public override AwsError NotYetCurrent(DateTimeOffset signed, DateTimeOffset now, bool presigned) =>
        presigned ? new AwsError("AccessDenied", 403, "Request is not yet valid") : Skewed();

    public override AwsError HostNotSigned() => HeadersNotSigned(["host"]);

    public override AwsError SignedHeaderMissing(string name) => SignatureMismatch("");

    public override AwsError UnsupportedAlgorithm(string algorithm, bool presigned) => presigned
        ? QueryMalformed("X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256\"")
        : new AwsError(
            "InvalidRequest", 400, "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.");

    public override AwsError MalformedCredential(string credential, bool presigned) =>
        OfCredential($"the Credential is mal-formed; expecting {Form}.", presigned);

    public override AwsError WrongScope(in ScopeMismatch mismatch, bool presigned)
    {
        if (mismatch.Date is { } date)
        {
            return presigned
                ? QueryMalformed($"Invalid credential date \"{date}\". This date is not the same as X-Amz-Date: \"{mismatch.RequestTime[..8]}\".")
                : HeaderMalformed("Invalid credential date. Date is not the same as X-Amz-Date.");
        }

        if (mismatch.Service is { } service)
        {
            return OfCredential($"incorrect service \"{service}\". This endpoint belongs to \"{mismatch.ExpectedService}\".", presigned);
        }

        return mismatch.Terminator is { } terminator
            ? OfCredential($"incorrect terminal \"{terminator}\". This endpoint uses \"aws4_request\".", presigned)
            : OfCredential($"the region '{mismatch.Region}' is wrong", presigned);
    }

    public override AwsError UnknownAccessKey(string accessKeyId) =>
        new AwsError("InvalidAccessKeyId", 403, "The AWS Access Key Id you provided does not exist in our records.")
            .With("AWSAccessKeyId", accessKeyId);

    public override AwsError SignatureMismatch(string accessKeyId) => new AwsError(
        "SignatureDoesNotMatch",
        403,
        "The request signature we calculated does not match the signature you provided. Check your key and signing method.")
        .With("AWSAccessKeyId", accessKeyId.Length == 0 ? null : accessKeyId);

    public override AwsError InvalidToken() => new("InvalidToken", 400, "The provided token is malformed or otherwise invalid.");

    public override AwsError ExpiredToken() => new("ExpiredToken", 400, "The provided token has expired.");

    public override AwsError BadExpires(string expires)
    {
        if (!long.TryParse(expires, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
        {
            return QueryMalformed("X-Amz-Expires should be a number");
        }

        return QueryMalformed(seconds <= 0
            ? "X-Amz-Expires must be non-negative"
            : "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds");
    }

    public override AwsError PresignedExpired() => new("AccessDenied", 403, "Request has expired");

    public override AwsError PayloadHashMissing() =>
        new("InvalidRequest", 400, "Missing required header for this request: x-amz-content-sha256");

    public override AwsError BadPayloadHash() => new(
        "InvalidArgument",
        400,
        "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, "
        + "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER, STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD, "
        + "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER or a valid sha256 value.");

    public override AwsError HeadersNotSigned(IReadOnlyList<string> names) =>
        new AwsError("AccessDenied", 403, "There were headers present in the request which were not signed")
            .With("HeadersNotSigned", string.Join(", ", names));

    private static AwsError Skewed() =>
        new("RequestTimeTooSkewed", 403, "The difference between the request time and the current time is too large.");

    private static AwsError OfCredential(string what, bool presigned) =>
        presigned ? QueryMalformed($"Error parsing the X-Amz-Credential parameter; {what}") : HeaderMalformed(what);

    private static AwsError HeaderMalformed(string what) =>
        new("AuthorizationHeaderMalformed", 400, $"The authorization header is malformed; {what}");

    private static AwsError QueryMalformed(string message) => new("AuthorizationQueryParametersError", 400, message);
}
