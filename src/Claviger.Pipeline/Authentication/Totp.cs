using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Claviger.Pipeline;

/// <summary>Time-based one-time passwords: six digits a half minute, of HMAC-SHA-1.</summary>
/// <remarks>Source: RFC 6238, over RFC 4226.</remarks>
internal static class Totp
{
    private const int StepSeconds = 30;
    private const int Modulus = 1_000_000;

    /// <summary>The number of the half minute that a time lies in.</summary>
    public static long StepOf(DateTimeOffset time) => time.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a half minute, as digits in ASCII.</summary>
    public static byte[] Code(ReadOnlySpan<byte> seed, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238's own hash, the one that every authenticator app takes
        HMACSHA1.HashData(seed, counter, hash);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xF;
        var number = (BinaryPrimitives.ReadInt32BigEndian(hash[offset..]) & int.MaxValue) % Modulus;
        var digits = new byte[6];
        number.TryFormat(digits, out _, "D6", CultureInfo.InvariantCulture);
        return digits;
    }
}
