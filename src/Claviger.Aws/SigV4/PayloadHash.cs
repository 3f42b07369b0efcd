using System.Buffers;
using System.Security.Cryptography;

namespace Claviger.Aws;

/// <summary>The last line of a canonical request: the hash of the payload, or what stands in its place.</summary>
internal static class PayloadHash
{
    /// <summary>What stands in the place of the hash of a body that isn't signed.</summary>
    public const string Unsigned = "UNSIGNED-PAYLOAD";

    private const int HexLength = 64;

    // One for each thread: setting it up anew costs as much as hashing a short body.
    [ThreadStatic]
    private static IncrementalHash? t_sha256;

    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    /// <summary>Writes the line.</summary>
    public static AwsError? Write(ref ByteWriter output, in SignedRequest request, bool presigned, SigningRules rules)
    {
        if (!rules.ForObjects)
        {
            // INVARIANT: the body is hashed here whatever a header says of it, so that a body that was tampered with never verifies.
            WriteOf(ref output, request.Body.Span);
            return null;
        }

        var declared = request.Headers[AuthorizationPart.ContentHashHeader].Single;
        if (declared is null && !presigned)
        {
            return rules.Errors.PayloadHashMissing();
        }

        declared ??= Unsigned;
        if (!IsKnown(declared))
        {
            return rules.Errors.BadPayloadHash();
        }

        output.WriteWire(declared);
        return null;
    }

    /// <summary>Writes the hexadecimal SHA-256 of some bytes.</summary>
    public static void WriteOf(ref ByteWriter output, ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var sha256 = t_sha256 ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha256.AppendData(bytes);
        sha256.GetHashAndReset(hash);
        var room = output.Reserve(HexLength);
        Convert.TryToHexStringLower(hash, room, out _);
        output.Advance(HexLength);
    }

    private static bool IsKnown(string declared) =>
        declared is Unsigned or "STREAMING-AWS4-HMAC-SHA256-PAYLOAD" or "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER" or "STREAMING-UNSIGNED-PAYLOAD-TRAILER"
        || (declared.Length == HexLength && declared.AsSpan().IndexOfAnyExcept(LowerHex) < 0);
}
