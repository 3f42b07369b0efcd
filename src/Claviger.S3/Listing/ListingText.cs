using System.Buffers.Text;
using System.Text;
using Claviger.Aws;

namespace Claviger.S3;

/// <summary>The words of listings: how many entries, in which encoding, and where they go on.</summary>
internal static class ListingText
{
    private const int Most = 1000;
    private const string Url = "url";

    /// <summary>How many entries a page may have: what is asked for, but no more than S3 gives at once.</summary>
    /// <exception cref="AwsError">InvalidArgument.</exception>
    public static int Limit(int? asked, string name) => asked switch
    {
        null => Most,
        < 0 => throw S3Error.InvalidArgument($"Argument {name} must be an integer between 0 and 2147483647", name, $"{asked}"),
        _ => Math.Min(asked.Value, Most),
    };

    /// <exception cref="AwsError">InvalidArgument: an encoding that there isn't.</exception>
    public static void DemandEncoding(string? encoding)
    {
        if (encoding is not (null or Url))
        {
            throw S3Error.InvalidArgument("Invalid Encoding Method specified in Request", "encoding-type", encoding);
        }
    }

    /// <summary>A key or prefix as the answer holds it: encoded as in a form, but for slashes, if that was asked for.</summary>
    public static string? Encoded(string? text, string? encoding) => encoding is null || text is null
        ? text
        : Uri.EscapeDataString(text).Replace("%2F", "/", StringComparison.Ordinal).Replace("%20", "+", StringComparison.Ordinal);

    /// <summary>A token that says where the next page begins.</summary>
    public static string Token(string last) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(last));

    /// <exception cref="AwsError">InvalidArgument: no token of ours.</exception>
    public static string? AfterToken(string? token)
    {
        if (token is null)
        {
            return null;
        }

        return Ascii.IsValid(token) && token.Length > 0 && Base64Url.IsValid(token)
            ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token))
            : throw S3Error.InvalidArgument("The continuation token provided is incorrect", "continuation-token", token);
    }
}
