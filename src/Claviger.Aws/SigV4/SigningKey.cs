using System.Security.Cryptography;
using System.Text;

namespace Claviger.Aws;

/// <summary>A key derived from a secret access key that signs for one day, region and service. Safe to share between threads.</summary>
#pragma warning disable CA1001 // the cache that holds keys does not know who still uses one: the HMAC's handle is freed by its finalizer
public sealed class SigningKey
#pragma warning restore CA1001
{
    private readonly byte[] _key;

    // Setting up an HMAC costs more than computing it, so one that is set up is kept. It serves one thread at a time.
    private IncrementalHash? _hmac;
    private int _isBusy;

    private SigningKey(byte[] key, string day, string region, string service)
    {
        _key = key;
        Day = day;
        Region = region;
        Service = service;
    }

    internal string Day { get; }

    internal string Region { get; }

    internal string Service { get; }

    /// <summary>Derives the key of a scope.</summary>
    internal static SigningKey Derive(ReadOnlySpan<byte> prefixedSecret, ReadOnlySpan<char> day, ReadOnlySpan<char> region, ReadOnlySpan<char> service)
    {
        var key = new byte[HMACSHA256.HashSizeInBytes];
        Step(prefixedSecret, day, key);
        Step(key, region, key);
        Step(key, service, key);
        HMACSHA256.HashData(key, "aws4_request"u8, key);
        return new SigningKey(key, day.ToString(), region.ToString(), service.ToString());
    }

    /// <summary>Whether the key is that of a scope.</summary>
    internal bool IsFor(ReadOnlySpan<char> day, ReadOnlySpan<char> region, ReadOnlySpan<char> service) =>
        day.SequenceEqual(Day) && region.SequenceEqual(Region) && service.SequenceEqual(Service);

    /// <summary>Signs.</summary>
    /// <param name="stringToSign">The string to sign.</param>
    /// <param name="signature">Room for 32 bytes.</param>
    internal void Sign(ReadOnlySpan<byte> stringToSign, Span<byte> signature)
    {
        if (Interlocked.CompareExchange(ref _isBusy, 1, 0) != 0)
        {
            HMACSHA256.HashData(_key, stringToSign, signature);
            return;
        }

        try
        {
            _hmac ??= IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
            _hmac.AppendData(stringToSign);
            _hmac.GetHashAndReset(signature);
        }
        finally
        {
            Volatile.Write(ref _isBusy, 0);
        }
    }

    private static void Step(ReadOnlySpan<byte> key, ReadOnlySpan<char> text, Span<byte> result)
    {
        Span<byte> bytes = stackalloc byte[Encoding.Latin1.GetMaxByteCount(text.Length)];
        HMACSHA256.HashData(key, bytes[..Encoding.Latin1.GetBytes(text, bytes)], result);
    }
}
