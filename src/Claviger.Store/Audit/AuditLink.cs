using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Claviger.Store;

/// <summary>A link of a chain of audit records: each holds the hash of the one before it, so that none can be changed or taken out unseen.</summary>
/// <param name="Sequence">Number in its chain, from 1; 0 before the first.</param>
/// <param name="Hash">SHA-256 over the hash before it, the sequence, the time and the content.</param>
public sealed record AuditLink(long Sequence, byte[] Hash)
{
    /// <summary>What the first link follows: 32 zero bytes.</summary>
    public static AuditLink Start { get; } = new(0, new byte[SHA256.HashSizeInBytes]);

    /// <summary>The link of a record that follows this one.</summary>
    /// <param name="at">Its time; whole milliseconds count.</param>
    /// <param name="content">Its bytes.</param>
    public AuditLink Next(DateTimeOffset at, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> position = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(position, Sequence + 1);
        BinaryPrimitives.WriteInt64BigEndian(position[8..], at.ToUnixTimeMilliseconds());
        hash.AppendData(Hash);
        hash.AppendData(position);
        hash.AppendData(content);
        return new AuditLink(Sequence + 1, hash.GetHashAndReset());
    }
}
