using System.Security.Cryptography;

namespace Claviger.Store;

/// <summary>Makes secret access keys: 40 characters of <c>A-Za-z0-9/+</c>.</summary>
public static class SecretAccessKey
{
    /// <summary>How many bytes make one.</summary>
    public const int RawLength = 30;

    /// <summary>A new, random one.</summary>
    public static string New()
    {
        Span<byte> random = stackalloc byte[RawLength];
        RandomNumberGenerator.Fill(random);
        return FromBytes(random);
    }

    /// <summary>The one that some bytes make.</summary>
    /// <param name="bytes">Random or derived, <see cref="RawLength"/> of them.</param>
    public static string FromBytes(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes[..RawLength]);
}
