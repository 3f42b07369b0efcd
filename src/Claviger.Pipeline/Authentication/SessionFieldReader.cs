using System.Text;

namespace Claviger.Pipeline;

/// <summary>Reads what <see cref="SessionFieldWriter"/> wrote.</summary>
internal ref struct SessionFieldReader(ReadOnlySpan<byte> fields)
{
    private ReadOnlySpan<byte> rest = fields;

    public long Number()
    {
        ulong number = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var value = rest[0];
            rest = rest[1..];
            number |= (ulong)(value & 0x7F) << shift;
            if (value < 0x80)
            {
                return (long)number;
            }
        }

        throw new InvalidDataException("A number is too long.");
    }

    public string? Text()
    {
        var length = Number();
        if (length == 0)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(rest[..(int)(length - 1)]);
        rest = rest[(int)(length - 1)..];
        return text;
    }

    public DateTimeOffset? Time() => Number() is var seconds and not 0 ? DateTimeOffset.FromUnixTimeSeconds(seconds - 1) : null;

    public string[] Texts()
    {
        var texts = new string[Number()];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = Text()!;
        }

        return texts;
    }

    public KeyValuePair<string, string>[] Pairs()
    {
        var pairs = new KeyValuePair<string, string>[Number()];
        for (var i = 0; i < pairs.Length; i++)
        {
            pairs[i] = new(Text()!, Text()!);
        }

        return pairs;
    }
}
