using System.Text;
using Claviger.Aws;

namespace Claviger.Pipeline;

/// <summary>What path and host of a request to S3 name: the service, a bucket, or an object in one.</summary>
/// <param name="Bucket">The bucket's name; null for the service.</param>
/// <param name="Key">The object's key; null for the service and for buckets.</param>
public readonly record struct ObjectAddress(string? Bucket, string? Key)
{
    private const int ShortestName = 3;
    private const int LongestName = 255;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What is named.</summary>
    internal RestLevel Level => Key is not null ? RestLevel.Object : Bucket is not null ? RestLevel.Bucket : RestLevel.Service;

    /// <summary>Reads an address from a target as it is on the wire. Nothing is normalised: <c>..</c> and empty segments are parts of keys.</summary>
    /// <param name="path">The target up to its question mark.</param>
    /// <param name="bucketOfHost">The bucket that the host names; null for a path that begins with the bucket.</param>
    /// <exception cref="AwsError">InvalidURI; InvalidBucketName.</exception>
    internal static ObjectAddress Parse(string path, string? bucketOfHost)
    {
        var rest = path.StartsWith('/') ? path[1..] : path;
        var bucket = bucketOfHost;
        if (bucket is null)
        {
            if (rest.Length == 0)
            {
                return default;
            }

            var slash = rest.IndexOf('/', StringComparison.Ordinal);
            bucket = Decode(slash < 0 ? rest : rest[..slash]);
            rest = slash < 0 ? "" : rest[(slash + 1)..];
        }

        if (!CanBeName(bucket))
        {
            throw S3Error.InvalidBucketName(bucket);
        }

        return new(bucket, rest.Length == 0 ? null : Decode(rest));
    }

    /// <summary>Decodes percent-encoding once.</summary>
    /// <exception cref="AwsError">InvalidURI: what comes out is no UTF-8.</exception>
    internal static string Decode(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal) && Ascii.IsValid(text))
        {
            return text;
        }

        var bytes = new byte[text.Length];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                bytes[count++] = (byte)text[i];
            }
            else if (i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                bytes[count++] = Convert.FromHexString(text.AsSpan(i + 1, 2))[0];
                i += 2;
            }
            else
            {
                throw S3Error.InvalidUri(text);
            }
        }

        try
        {
            return Strict.GetString(bytes, 0, count);
        }
        catch (DecoderFallbackException)
        {
            throw S3Error.InvalidUri(text);
        }
    }

    // AWS: old buckets have names that none can have today; what CreateBucket takes is narrower.
    private static bool CanBeName(string name) =>
        name.Length is >= ShortestName and <= LongestName && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_');
}
