using System.Security.Cryptography;
using System.Text;

namespace Claviger.Aws;

/// <summary>The signatures of a body that is signed in chunks: each is of its chunk and of the signature before it, the first of the request's.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html</remarks>
public sealed class ChunkSignatures
{
    private const int SignatureLength = 64;

    private readonly SigningKey _key;
    private readonly byte[] _scope;
    private readonly byte[] _previous = new byte[SignatureLength];

    internal ChunkSignatures(SigningKey key, in SigV4Authorization authorization)
    {
        _key = key;
        _scope = Encoding.Latin1.GetBytes(
            $"{authorization.Date}\n{authorization.Day}/{authorization.Region}/{authorization.Service}/{AuthorizationPart.Terminator}\n");
        Encoding.ASCII.GetBytes(authorization.Signature, _previous);
    }

    private static ReadOnlySpan<byte> HashOfNothing => "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n"u8;

    /// <summary>Whether a signature is that of the next chunk.</summary>
    /// <param name="hash">The SHA-256 of the chunk's bytes.</param>
    /// <param name="signature">The signature that came with it.</param>
    internal bool IsNextChunk(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature) =>
        IsNext("AWS4-HMAC-SHA256-PAYLOAD\n"u8, HashOfNothing, hash, signature);

    /// <summary>Whether a signature is that of the headers behind the last chunk.</summary>
    internal bool IsTrailer(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature) =>
        IsNext("AWS4-HMAC-SHA256-TRAILER\n"u8, default, hash, signature);

    private bool IsNext(ReadOnlySpan<byte> algorithm, ReadOnlySpan<byte> before, ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature)
    {
        var toSign = new ByteWriter(stackalloc byte[512]);
        toSign.Write(algorithm);
        toSign.Write(_scope);
        toSign.Write(_previous);
        toSign.Write((byte)'\n');
        toSign.Write(before);
        Span<byte> expected = stackalloc byte[SignatureLength];
        Convert.TryToHexStringLower(hash, expected, out _);
        toSign.Write(expected);
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        _key.Sign(toSign.Written, mac);
        toSign.Dispose();
        Convert.TryToHexStringLower(mac, expected, out _);
        expected.CopyTo(_previous);
        return CryptographicOperations.FixedTimeEquals(expected, signature);
    }
}
