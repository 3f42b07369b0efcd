using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Claviger.Ec2;

/// <summary>
/// The session tokens of IMDSv2: until when, random bits, and a code over both and the instance, under a key that this process has made for
/// itself. Nothing is kept of them; a client that meets a server started since is refused once and asks for another.
/// </summary>
internal sealed class MetadataTokens(TimeProvider time)
{
    /// <summary>The longest life, in seconds.</summary>
    public const int LongestLife = 21_600;

    private const int RandomLength = 8;
    private const int CodeLength = 24;
    private const int SignedLength = sizeof(long) + RandomLength;
    private const int Length = SignedLength + CodeLength;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <summary>Makes a token for an instance.</summary>
    public string Issue(string instanceId, int seconds)
    {
        Span<byte> token = stackalloc byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(token, (time.GetUtcNow() + TimeSpan.FromSeconds(seconds)).ToUnixTimeMilliseconds());
        RandomNumberGenerator.Fill(token.Slice(sizeof(long), RandomLength));
        Sign(instanceId, token[..SignedLength], token[SignedLength..]);
        return Convert.ToBase64String(token);
    }

    /// <summary>Whether a token was made for that instance and still lives.</summary>
    public bool IsValid(string instanceId, string token)
    {
        Span<byte> bytes = stackalloc byte[Length];
        if (token.Length != (Length + 2) / 3 * 4 || !Convert.TryFromBase64String(token, bytes, out var length) || length != Length)
        {
            return false;
        }

        Span<byte> code = stackalloc byte[CodeLength];
        Sign(instanceId, bytes[..SignedLength], code);
        return CryptographicOperations.FixedTimeEquals(code, bytes[SignedLength..])
            && BinaryPrimitives.ReadInt64BigEndian(bytes) > time.GetUtcNow().ToUnixTimeMilliseconds();
    }

    private void Sign(string instanceId, ReadOnlySpan<byte> signed, Span<byte> code)
    {
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, [.. signed, .. Encoding.UTF8.GetBytes(instanceId)], whole);
        whole[..CodeLength].CopyTo(code);
    }
}
