using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Claviger.Store;

/// <summary>The ids of versions of objects: 32 characters of which nothing can be told, in which the version's place is found again.</summary>
public static class ObjectVersionId
{
    /// <summary>The id of the version that is made while a bucket keeps no versions.</summary>
    public const string Null = "null";

    private const int Length = 24;
    private const int TextLength = 32;

    /// <summary>Whether a text may be a version's id.</summary>
    public static bool IsWellFormed(string id) => id == Null || TryReadPlace(id, out _);

    internal static string New(long place)
    {
        Span<byte> bytes = stackalloc byte[Length];
        RandomNumberGenerator.Fill(bytes[8..]);
        BinaryPrimitives.WriteInt64BigEndian(bytes, place ^ BinaryPrimitives.ReadInt64BigEndian(bytes[8..]));
        return Base64Url.EncodeToString(bytes);
    }

    internal static bool TryReadPlace(string id, out long place)
    {
        Span<byte> bytes = stackalloc byte[Length];
        place = 0;
        if (id.Length != TextLength || !Ascii.IsValid(id) || !Base64Url.TryDecodeFromChars(id, bytes, out var written) || written != Length)
        {
            return false;
        }

        place = BinaryPrimitives.ReadInt64BigEndian(bytes) ^ BinaryPrimitives.ReadInt64BigEndian(bytes[8..]);
        return true;
    }
}
