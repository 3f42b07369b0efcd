using System.Security.Cryptography;
using System.Text;

namespace Claviger.Aws;

/// <summary>The words of IAM, STS and the other services of the query protocol.</summary>
/// <remarks>AWS: the texts are those that its clients' users report, trailing spaces included; what it echoes of a header is hashed.</remarks>
internal sealed class QuerySignatureErrors : SignatureErrors
{
    private const string WindowText = "15 min.";

    public override AwsError NotSigned() => new("MissingAuthenticationToken", 403, "Request is missing Authentication Token");

    public override AwsError UnknownScheme() => NotSigned();

    public override AwsError SignedTwice() =>
        Mismatch("Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.");

    public override AwsError NotAPair(string part, string header) => Incomplete(
        $"Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): '{Hash(header)}'.");

    public override AwsError HeaderIncomplete(IReadOnlyList<string> missing, string header)
    {
        var text = new StringBuilder();
        foreach (var part in missing)
        {
            text.Append(part == AuthorizationPart.Date
                ? "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. "
                : $"Authorization header requires '{part}' parameter. ");
        }

        return Incomplete($"{text}(Hashed with SHA-256 and encoded with Base64) Authorization={Hash(header)}");
    }

    public override AwsError QueryIncomplete(IReadOnlyList<string> missing) => Incomplete(
        string.Concat(missing.Select(static name => $"AWS query-string parameters must include '{name}'. "))
        + "Re-examine the query-string parameters.");

    public override AwsError BadDate(string date, bool presigned) =>
        Incomplete($"Date must be in ISO-8601 'basic format'. Got '{date}'. See http://en.wikipedia.org/wiki/ISO_8601");

    public override AwsError Expired(DateTimeOffset signed, DateTimeOffset now) => Mismatch(
        $"Signature expired: {AmzDate.Format(signed)} is now earlier than {AmzDate.Format(now - AmzDate.Window)} ({AmzDate.Format(now)} - {WindowText})");

    public override AwsError NotYetCurrent(DateTimeOffset signed, DateTimeOffset now, bool presigned) => Mismatch(
        $"Signature not yet current: {AmzDate.Format(signed)} is still later than {AmzDate.Format(now + AmzDate.Window)} ({AmzDate.Format(now)} + {WindowText})");

    public override AwsError HostNotSigned() => Mismatch("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");

    public override AwsError SignedHeaderMissing(string name) =>
        Incomplete($"'{name}' is named as a SignedHeader, but it does not exist in the HTTP request.");

    public override AwsError UnsupportedAlgorithm(string algorithm, bool presigned) =>
        Incomplete($"Unsupported AWS 'algorithm': '{algorithm}' (only AWS4-HMAC-SHA256 for now). ");

    public override AwsError MalformedCredential(string credential, bool presigned) => Incomplete(
        $"Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '{credential}'");

    public override AwsError WrongScope(in ScopeMismatch mismatch, bool presigned)
    {
        var text = new StringBuilder();
        if (mismatch.Region is not null)
        {
            text.Append($"Credential should be scoped to a valid region, not '{mismatch.Region}'. ");
        }

        if (mismatch.Service is not null)
        {
            text.Append($"Credential should be scoped to correct service: '{mismatch.ExpectedService}'. ");
        }

        if (mismatch.Terminator is not null)
        {
            text.Append($"Credential should be scoped with a valid terminator: 'aws4_request', not '{mismatch.Terminator}'. ");
        }

        if (mismatch.Date is not null)
        {
            text.Append(
                $"Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '{mismatch.Date}' != '{mismatch.RequestTime[..8]}', from '{mismatch.RequestTime}'.");
        }

        return Mismatch(text.ToString());
    }

    public override AwsError UnknownAccessKey(string accessKeyId) =>
        new("InvalidClientTokenId", 403, "The security token included in the request is invalid.");

    public override AwsError SignatureMismatch(string accessKeyId) => Mismatch(
        "The request signature we calculated does not match the signature you provided. "
        + "Check your AWS Secret Access Key and signing method. Consult the service documentation for details.");

    // AWS: unlike that of an unknown key, this text has no full stop.
    public override AwsError InvalidToken() => new("InvalidClientTokenId", 403, "The security token included in the request is invalid");

    public override AwsError ExpiredToken() => new("ExpiredToken", 403, "The security token included in the request is expired");

    private static AwsError Mismatch(string message) => new("SignatureDoesNotMatch", 403, message);

    private static AwsError Incomplete(string message) => new("IncompleteSignature", 400, message);

    private static string Hash(string header) => Convert.ToBase64String(SHA256.HashData(Encoding.Latin1.GetBytes(header)));
}
