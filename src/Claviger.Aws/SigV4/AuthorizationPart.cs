namespace Claviger.Aws;

/// <summary>The names of what a signature is made of, in the header and in the query.</summary>
internal static class AuthorizationPart
{
    public const string Credential = "Credential";
    public const string Signature = "Signature";
    public const string SignedHeaders = "SignedHeaders";

    /// <summary>Stands for the date, which has a header of its own.</summary>
    public const string Date = "Date";

    public const string QueryAlgorithm = "X-Amz-Algorithm";
    public const string QueryCredential = "X-Amz-Credential";
    public const string QuerySignature = "X-Amz-Signature";
    public const string QuerySignedHeaders = "X-Amz-SignedHeaders";
    public const string QueryDate = "X-Amz-Date";
    public const string QueryExpires = "X-Amz-Expires";
    public const string QuerySecurityToken = "X-Amz-Security-Token";

    public const string AuthorizationHeader = "authorization";
    public const string DateHeader = "x-amz-date";
    public const string PlainDateHeader = "date";
    public const string SecurityTokenHeader = "x-amz-security-token";
    public const string ContentHashHeader = "x-amz-content-sha256";

    public const string Algorithm = "AWS4-HMAC-SHA256";
    public const string Terminator = "aws4_request";
}
