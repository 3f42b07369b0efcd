using System.Globalization;
using System.Text;

namespace Claviger.Aws.Tests;

/// <summary>What the tests of signatures share: the keys of AWS's published examples, and a verification in one step.</summary>
internal static class Signatures
{
    public const string AccessKeyId = "AKIDEXAMPLE";
    public const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    public const string Date = "20150830T123600Z";

    public static DateTimeOffset Now { get; } = Time(Date);

    public static SigningRules Iam { get; } = new("iam", SignatureErrors.Query);

    public static SigningRules S3 { get; } = new("s3", SignatureErrors.S3, forObjects: true);

    public static DateTimeOffset Time(string text) =>
        DateTimeOffset.ParseExact(text, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static SignedRequest Request(string method, string target, string body, params (string Name, string Value)[] headers)
    {
        var list = new HeaderList();
        foreach (var (name, value) in headers)
        {
            list.Add(name, value);
        }

        return new SignedRequest(method, Wire(target), list, Encoding.UTF8.GetBytes(body));
    }

    /// <summary>Text as the bytes of its UTF-8 appear on the wire, a char each.</summary>
    public static string Wire(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    public static AwsError? Check(SignedRequest request, SigningRules rules, DateTimeOffset now, string secret = Secret) =>
        SigV4Reader.Read(in request, rules, now, out var authorization)
        ?? SigV4Verifier.Verify(in request, in authorization, rules, new SigningSecret(secret));
}
