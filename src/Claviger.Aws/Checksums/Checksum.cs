using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Claviger.Aws;

/// <summary>A checksum in the making.</summary>
public sealed class Checksum : IDisposable
{
    private readonly Crc? _crc;
    private readonly IncrementalHash? _hash;
    private ulong _register;

    /// <param name="algorithm">The algorithm.</param>
    public Checksum(ChecksumAlgorithm algorithm)
    {
        Algorithm = algorithm;
        _crc = CrcOf(algorithm);
#pragma warning disable CA5350 // SHA-1 is one of the checksums that S3 offers; nothing relies on it being hard to forge
        _hash = algorithm switch
        {
            ChecksumAlgorithm.Sha1 => IncrementalHash.CreateHash(HashAlgorithmName.SHA1),
            ChecksumAlgorithm.Sha256 => IncrementalHash.CreateHash(HashAlgorithmName.SHA256),
            _ => null,
        };
#pragma warning restore CA5350
    }

    /// <summary>The algorithm.</summary>
    public ChecksumAlgorithm Algorithm { get; }

    /// <summary>The checksum of some bytes.</summary>
    public static byte[] Of(ChecksumAlgorithm algorithm, ReadOnlySpan<byte> bytes)
    {
        using var checksum = new Checksum(algorithm);
        checksum.Append(bytes);
        return checksum.Finish();
    }

    /// <summary>The checksum of a whole of two parts. Only of CRCs.</summary>
    /// <param name="algorithm">A CRC.</param>
    /// <param name="first">The checksum of the first part.</param>
    /// <param name="second">The checksum of the second part.</param>
    /// <param name="secondLength">The second part's length in bytes.</param>
    public static byte[] Combine(ChecksumAlgorithm algorithm, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, long secondLength)
    {
        Crc crc = CrcOf(algorithm) ?? throw new ArgumentException($"{algorithm} can't be combined.", nameof(algorithm));
        return Bytes(crc.Combine(Number(first), Number(second), secondLength), first.Length);
    }

    /// <summary>Takes in more bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (_crc is not null)
        {
            _register = _crc.Append(_register, bytes);
        }
        else
        {
            _hash!.AppendData(bytes);
        }
    }

    /// <summary>The checksum of all that was taken in; the next byte begins another.</summary>
    public byte[] Finish()
    {
        byte[] result = _crc is null ? _hash!.GetHashAndReset() : Bytes(_register, Algorithm.Length());
        _register = 0;
        return result;
    }

    /// <inheritdoc/>
    public void Dispose() => _hash?.Dispose();

    private static Crc? CrcOf(ChecksumAlgorithm algorithm) => algorithm switch
    {
        ChecksumAlgorithm.Crc32 => Crc.Crc32,
        ChecksumAlgorithm.Crc32C => Crc.Crc32C,
        ChecksumAlgorithm.Crc64Nvme => Crc.Crc64Nvme,
        ChecksumAlgorithm.Sha1 or ChecksumAlgorithm.Sha256 => null,
    };

    private static ulong Number(ReadOnlySpan<byte> bytes) =>
        bytes.Length == 8 ? BinaryPrimitives.ReadUInt64BigEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);

    private static byte[] Bytes(ulong crc, int length)
    {
        byte[] bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, crc);
        return bytes[(8 - length)..];
    }
}
