using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Claviger.Aws;

namespace Claviger.S3;

/// <summary>What the upstream refuses, as the client is told of it.</summary>
internal static partial class UpstreamErrors
{
    // What the upstream says of the credentials that it knows us by is no answer to who has other ones, and tells of ours.
    private static readonly FrozenSet<string> OfOurs = FrozenSet.Create(
        StringComparer.Ordinal,
        "AccessDenied",
        "AuthorizationHeaderMalformed",
        "CredentialsNotSupported",
        "ExpiredToken",
        "InvalidAccessKeyId",
        "InvalidSecurity",
        "InvalidToken",
        "NotSignedUp",
        "RequestTimeTooSkewed",
        "SignatureDoesNotMatch",
        "UnauthorizedAccess");

    private static readonly string[] Details =
    [
        "Key", "BucketName", "VersionId", "UploadId", "PartNumber", "ETag", "Condition", "RangeRequested", "ActualObjectSize", "ArgumentName",
        "ArgumentValue", "ProposedSize", "MaxSizeAllowed", "MinSizeAllowed",
    ];

    private static readonly string[] Headers = ["Allow", "Content-Range", "ETag", "Last-Modified", "x-amz-delete-marker", "x-amz-version-id"];

    /// <summary>The error of an answer; null where that says that the server, or how it is set up, is at fault.</summary>
    /// <param name="answer">The answer; its body is a document, or none.</param>
    public static AwsError? Of(RestAnswer answer)
    {
        var root = answer.Root is { Name: "Error" } document ? document : null;
        var code = root?.String("Code") ?? CodeOf(answer.Status);
        if (code is null || !Form().IsMatch(code) || OfOurs.Contains(code) || answer.Status is not (304 or (>= 400 and < 600)) || answer.Status is 401 or 403)
        {
            return null;
        }

        var isServer = answer.Status >= 500;
        if (isServer && code is not ("SlowDown" or "ServiceUnavailable" or "NotImplemented"))
        {
            return null;
        }

        var error = new AwsError(code, answer.Status, root?.String("Message") ?? code, senderFault: !isServer);
        foreach (var name in Details)
        {
            error = error.With(name, root?.String(name));
        }

        foreach (var name in Headers)
        {
            error = error.WithHeader(name, answer.Header(name));
        }

        return error;
    }

    // AWS: what answers a HEAD has no document, nor has a 304.
    private static string? CodeOf(int status) => status switch
    {
        304 => "NotModified",
        400 => "InvalidRequest",
        404 => "NoSuchKey",
        405 => "MethodNotAllowed",
        409 => "OperationAborted",
        412 => "PreconditionFailed",
        416 => "InvalidRange",
        501 => "NotImplemented",
        503 => "ServiceUnavailable",
        _ => null,
    };

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9.]{0,63}\z")]
    private static partial Regex Form();
}
