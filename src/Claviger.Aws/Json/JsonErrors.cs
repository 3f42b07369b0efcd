using System.Buffers;
using System.Text;

namespace Claviger.Aws;

/// <summary>What services of JSON call the errors that the way of a request has for all services, and how errors are written.</summary>
internal static class JsonErrors
{
    private static readonly Dictionary<string, string> s_codes = new(StringComparer.Ordinal)
    {
        ["AccessDenied"] = "AccessDeniedException",
        ["ExpiredToken"] = "ExpiredTokenException",
        ["IncompleteSignature"] = "IncompleteSignatureException",
        ["InvalidClientTokenId"] = "UnrecognizedClientException",
        ["MissingAuthenticationToken"] = "MissingAuthenticationTokenException",
        ["RequestExpired"] = "InvalidSignatureException",
        ["ServiceUnavailable"] = "ServiceUnavailableException",
        ["SignatureDoesNotMatch"] = "InvalidSignatureException",
        ["Throttling"] = "ThrottlingException",
        ["ValidationError"] = "ValidationException",
    };

    /// <summary>The error under the service's own code.</summary>
    /// <param name="error">The error.</param>
    /// <param name="deniedStatus">The status of whoever isn't allowed or not who he says.</param>
    public static AwsError Translate(AwsError error, int deniedStatus)
    {
        string code = s_codes.GetValueOrDefault(error.Code, error.Code);
        int status = error.HttpStatus == 403 ? deniedStatus : error.HttpStatus;
        return error.As(code, status).WithHeader("x-amzn-ErrorType", code);
    }

    public static void Write(IBufferWriter<byte> output, AwsError error) => ResponseJson.WriteDocument(output, json =>
    {
        json.Member("__type"u8, error.Code);
        json.Member("message"u8, error.Message);
        foreach (KeyValuePair<string, string> detail in error.Details)
        {
            json.Member(Encoding.UTF8.GetBytes(detail.Key), detail.Value);
        }
    });
}
