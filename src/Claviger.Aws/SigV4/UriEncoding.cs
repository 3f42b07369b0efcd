using System.Buffers;
using System.Text;

namespace Claviger.Aws;

/// <summary>Percent-encoding as SigV4 wants it: all but letters, digits and <c>-._~</c>, in upper-case hexadecimal.</summary>
internal static class UriEncoding
{
    private static readonly SearchValues<char> Unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    private static ReadOnlySpan<byte> Hex => "0123456789ABCDEF"u8;

    /// <summary>Writes text of the wire, encoded; a percent sign is encoded like everything else.</summary>
    public static void Write(ref ByteWriter output, ReadOnlySpan<char> text)
    {
        while (true)
        {
            var plain = text.IndexOfAnyExcept(Unreserved);
            if (plain < 0)
            {
                output.WriteWire(text);
                return;
            }

            output.WriteWire(text[..plain]);
            WriteEscaped(ref output, AsByte(text[plain]));
            text = text[(plain + 1)..];
        }
    }

    /// <summary>Writes text of the wire decoded and encoded again, so that every spelling of one text comes out alike.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="text">Encoded text; a percent sign without two hexadecimal digits stands for itself.</param>
    /// <param name="plusIsSpace">Whether a plus sign is a space, as in a query.</param>
    public static void WriteAgain(ref ByteWriter output, ReadOnlySpan<char> text, bool plusIsSpace)
    {
        while (true)
        {
            var plain = text.IndexOfAnyExcept(Unreserved);
            if (plain < 0)
            {
                output.WriteWire(text);
                return;
            }

            output.WriteWire(text[..plain]);
            text = text[plain..];
            if (text[0] == '%' && TryReadByte(text, out var value))
            {
                WriteByte(ref output, value);
                text = text[3..];
                continue;
            }

            WriteEscaped(ref output, plusIsSpace && text[0] == '+' ? (byte)' ' : AsByte(text[0]));
            text = text[1..];
        }
    }

    /// <summary>Decodes a value of the query, a plus sign included.</summary>
    public static string Decode(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny('%', '+') < 0)
        {
            return text.ToString();
        }

        var decoded = new StringBuilder(text.Length);
        while (!text.IsEmpty)
        {
            if (text[0] == '%' && TryReadByte(text, out var value))
            {
                decoded.Append((char)value);
                text = text[3..];
                continue;
            }

            decoded.Append(text[0] == '+' ? ' ' : text[0]);
            text = text[1..];
        }

        return decoded.ToString();
    }

    private static bool TryReadByte(ReadOnlySpan<char> text, out byte value)
    {
        value = 0;
        if (text.Length < 3 || !char.IsAsciiHexDigit(text[1]) || !char.IsAsciiHexDigit(text[2]))
        {
            return false;
        }

        value = (byte)((Digit(text[1]) << 4) | Digit(text[2]));
        return true;
    }

    private static byte AsByte(char c) => c <= 0xFF ? (byte)c : (byte)'?';

    private static int Digit(char c) => char.IsAsciiDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10;

    private static void WriteByte(ref ByteWriter output, byte value)
    {
        if (Unreserved.Contains((char)value))
        {
            output.Write(value);
            return;
        }

        WriteEscaped(ref output, value);
    }

    private static void WriteEscaped(ref ByteWriter output, byte value)
    {
        var room = output.Reserve(3);
        room[0] = (byte)'%';
        room[1] = Hex[value >> 4];
        room[2] = Hex[value & 15];
        output.Advance(3);
    }
}
