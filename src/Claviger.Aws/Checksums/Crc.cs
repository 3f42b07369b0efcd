using System.Buffers.Binary;

namespace Claviger.Aws;

/// <summary>A cyclic redundancy check with reflected bits, all ones before and after, of 32 or 64 bits: sixteen bytes a step, by tables.</summary>
internal sealed class Crc
{
    private const int Step = 16;

    private readonly ulong[] _tables = new ulong[Step * 256];
    private readonly ulong _polynomial;
    private readonly int _bits;
    private readonly ulong _ones;

    /// <param name="polynomial">The polynomial, reflected, without its highest term.</param>
    /// <param name="bits">32 or 64.</param>
    private Crc(ulong polynomial, int bits)
    {
        _polynomial = polynomial;
        _bits = bits;
        _ones = bits == 64 ? ulong.MaxValue : (1UL << bits) - 1;
        for (int i = 0; i < 256; i++)
        {
            ulong value = (ulong)i;
            for (int bit = 0; bit < 8; bit++)
            {
                value = (value >> 1) ^ ((value & 1) * polynomial);
            }

            _tables[i] = value;
        }

        for (int i = 256; i < _tables.Length; i++)
        {
            ulong before = _tables[i - 256];
            _tables[i] = (before >> 8) ^ _tables[before & 0xFF];
        }
    }

    public static Crc Crc32 { get; } = new(0xEDB88320, 32);

    public static Crc Crc32C { get; } = new(0x82F63B78, 32);

    public static Crc Crc64Nvme { get; } = new(0x9A6C9329AC4BC9B5, 64);

    /// <summary>The check of what a check is of and more bytes; that of nothing is 0.</summary>
    public ulong Append(ulong crc, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<ulong> tables = _tables;
        ulong register = crc ^ _ones;
        while (bytes.Length >= Step)
        {
            ulong low = BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ register;
            ulong high = BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]);
            register =
                tables[0xF00 | (int)(low & 0xFF)] ^ tables[0xE00 | (int)((low >> 8) & 0xFF)]
                ^ tables[0xD00 | (int)((low >> 16) & 0xFF)] ^ tables[0xC00 | (int)((low >> 24) & 0xFF)]
                ^ tables[0xB00 | (int)((low >> 32) & 0xFF)] ^ tables[0xA00 | (int)((low >> 40) & 0xFF)]
                ^ tables[0x900 | (int)((low >> 48) & 0xFF)] ^ tables[0x800 | (int)(low >> 56)]
                ^ tables[0x700 | (int)(high & 0xFF)] ^ tables[0x600 | (int)((high >> 8) & 0xFF)]
                ^ tables[0x500 | (int)((high >> 16) & 0xFF)] ^ tables[0x400 | (int)((high >> 24) & 0xFF)]
                ^ tables[0x300 | (int)((high >> 32) & 0xFF)] ^ tables[0x200 | (int)((high >> 40) & 0xFF)]
                ^ tables[0x100 | (int)((high >> 48) & 0xFF)] ^ tables[(int)(high >> 56)];
            bytes = bytes[Step..];
        }

        foreach (byte value in bytes)
        {
            register = (register >> 8) ^ tables[(int)((register ^ value) & 0xFF)];
        }

        return register ^ _ones;
    }

    /// <summary>The check of a whole, from those of its two parts.</summary>
    // The first check is shifted by as many zero bits as the second part has: multiplied by x^(8n) modulo the polynomial.
    public ulong Combine(ulong first, ulong second, long secondLength)
    {
        ulong shift = 1UL << (_bits - 1);
        ulong square = 1UL << (_bits - 9);
        for (long n = secondLength; n > 0; n >>= 1)
        {
            if ((n & 1) != 0)
            {
                shift = Multiply(shift, square);
            }

            square = Multiply(square, square);
        }

        return Multiply(first, shift) ^ second;
    }

    // Both factors reflected: the highest bit is the term x^0.
    private ulong Multiply(ulong left, ulong right)
    {
        ulong product = 0;
        for (ulong term = 1UL << (_bits - 1); term != 0; term >>= 1)
        {
            if ((left & term) != 0)
            {
                product ^= right;
            }

            right = (right >> 1) ^ ((right & 1) * _polynomial);
        }

        return product;
    }
}
