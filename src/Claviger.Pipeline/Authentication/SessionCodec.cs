using System.Buffers;
using System.IO.Compression;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>The bytes of a session inside its token: a byte that says whether the rest is compressed, then the fields in a fixed order.</summary>
/// <remarks>INVARIANT: what is written under a version of the token is read by every later program that takes that version.</remarks>
internal static class SessionCodec
{
    private const byte Plain = 0;
    private const byte Compressed = 1;

    // Below this nothing is won. Policies and tags are words, of which Brotli knows many from the start.
    private const int CompressFrom = 200;
    private const int Quality = 5;
    private const int Window = 16;
    private const int MaxLength = 128 * 1024;

    public static byte[] Write(SessionDocument document)
    {
        var fields = new SessionFieldWriter();
        fields.Number((int)document.Kind);
        fields.Number((int)document.Origin);
        fields.Number(document.Account.Number);
        fields.Text(document.PrincipalId);
        fields.Text(document.SessionName);
        fields.Time(document.IssuedAt);
        fields.Time(document.ExpiresAt);
        fields.Time(document.MfaAt);
        fields.Text(document.SourceIdentity);
        fields.Text(document.FederatedProvider);
        fields.Text(document.Policy);
        fields.Texts(document.PolicyArns);
        fields.Pairs(document.Tags.Select(static tag => new KeyValuePair<string, string>(tag.Key, tag.Value)), document.Tags.Count);
        fields.Texts(document.TransitiveTagKeys);
        fields.Pairs(document.DeliveryKeys, document.DeliveryKeys.Count);
        return Pack(fields.Written);
    }

    public static SessionDocument Read(ReadOnlySpan<byte> packed)
    {
        var rented = ArrayPool<byte>.Shared.Rent(MaxLength);
        try
        {
            var fields = new SessionFieldReader(Unpack(packed, rented));
            return new SessionDocument
            {
                Kind = (SessionKind)fields.Number(),
                Origin = (SessionOrigin)fields.Number(),
                Account = AccountId.FromNumber(fields.Number()),
                PrincipalId = fields.Text()!,
                SessionName = fields.Text(),
                IssuedAt = fields.Time()!.Value,
                ExpiresAt = fields.Time()!.Value,
                MfaAt = fields.Time(),
                SourceIdentity = fields.Text(),
                FederatedProvider = fields.Text(),
                Policy = fields.Text(),
                PolicyArns = fields.Texts(),
                Tags = TagSet.Of(fields.Pairs().Select(static pair => new Tag(pair.Key, pair.Value))),
                TransitiveTagKeys = fields.Texts(),
                DeliveryKeys = fields.Pairs(),
            };
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>How long some bytes are once compressed as they are in a token.</summary>
    public static int PackedLength(ReadOnlySpan<byte> bytes)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        BrotliEncoder.TryCompress(bytes, packed, out var length, Quality, Window);
        return length;
    }

    private static byte[] Pack(ReadOnlySpan<byte> fields)
    {
        if (fields.Length >= CompressFrom)
        {
            var packed = new byte[1 + BrotliEncoder.GetMaxCompressedLength(fields.Length)];
            if (BrotliEncoder.TryCompress(fields, packed.AsSpan(1), out var length, Quality, Window) && length < fields.Length)
            {
                packed[0] = Compressed;
                return packed[..(1 + length)];
            }
        }

        return [Plain, .. fields];
    }

    private static ReadOnlySpan<byte> Unpack(ReadOnlySpan<byte> packed, byte[] room)
    {
        if (packed[0] == Plain)
        {
            return packed[1..];
        }

        return BrotliDecoder.TryDecompress(packed[1..], room, out var length)
            ? room.AsSpan(0, length)
            : throw new InvalidDataException("A session token holds more than a session can.");
    }
}
