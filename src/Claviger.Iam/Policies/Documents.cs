using Claviger.Aws;
using Claviger.Policy;

namespace Claviger.Iam;

/// <summary>Policy documents on their way in and out.</summary>
internal static class Documents
{
    /// <summary>Refuses what isn't a policy of its kind.</summary>
    /// <exception cref="AwsError">MalformedPolicyDocument, with AWS's text.</exception>
    public static void Demand(string document, PolicyKind kind)
    {
        if (PolicyValidator.Validate(document, kind) is { } error)
        {
            throw AwsError.MalformedPolicyDocument(error.Message);
        }
    }

    /// <summary>A document as answers hold it: percent-encoded by RFC 3986.</summary>
    public static string Encoded(string document) => Uri.EscapeDataString(document);
}
