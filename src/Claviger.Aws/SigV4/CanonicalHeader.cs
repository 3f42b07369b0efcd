using System.Buffers;

namespace Claviger.Aws;

/// <summary>A header's line in a canonical request.</summary>
internal static class CanonicalHeader
{
    // CR and LF are what is left of a folded line; a server refuses them, a signer may be handed them.
    private static readonly SearchValues<char> WhiteSpace = SearchValues.Create(" \t\r\n\v\f");

    /// <summary>Writes name and values: each trimmed, runs of white space within made one space, joined by commas in the order of arrival.</summary>
    public static void Write(ref ByteWriter output, ReadOnlySpan<char> lowerCaseName, HeaderValues values)
    {
        output.WriteWire(lowerCaseName);
        output.Write((byte)':');
        for (var i = 0; i < values.Count; i++)
        {
            if (i > 0)
            {
                output.Write((byte)',');
            }

            WriteValue(ref output, values[i]);
        }

        output.Write((byte)'\n');
    }

    private static void WriteValue(ref ByteWriter output, ReadOnlySpan<char> value)
    {
        var first = value.IndexOfAnyExcept(WhiteSpace);
        if (first < 0)
        {
            return;
        }

        value = value[first..(value.LastIndexOfAnyExcept(WhiteSpace) + 1)];
        while (true)
        {
            var gap = value.IndexOfAny(WhiteSpace);
            if (gap < 0)
            {
                output.WriteWire(value);
                return;
            }

            output.WriteWire(value[..gap]);
            output.Write((byte)' ');
            value = value[gap..];
            value = value[value.IndexOfAnyExcept(WhiteSpace)..];
        }
    }
}
