using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace Claviger.Store;

/// <summary>The random name under which some bytes of an object are kept: 128 bits, written as 32 lower-case hexadecimal digits.</summary>
/// <param name="Value">The bits.</param>
public readonly record struct ContentId(UInt128 Value)
{
    private const int Length = 16;

    /// <summary>A new id; none is ever given twice.</summary>
    public static ContentId New()
    {
        Span<byte> random = stackalloc byte[Length];
        RandomNumberGenerator.Fill(random);
        return new(BinaryPrimitives.ReadUInt128BigEndian(random));
    }

    /// <summary>Reads 32 hexadecimal digits.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ContentId id)
    {
        var isId = UInt128.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value);
        id = new(value);
        return isId && text == id.ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("x32", CultureInfo.InvariantCulture);

    internal byte[] ToBytes()
    {
        var bytes = new byte[Length];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);
        return bytes;
    }

    internal static ContentId FromBytes(byte[] bytes) => new(BinaryPrimitives.ReadUInt128BigEndian(bytes));
}
