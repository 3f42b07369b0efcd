using System.Buffers;
using System.Text;

namespace Claviger.Pipeline;

/// <summary>Writes fields one after the other: numbers in as few bytes as they need, texts as UTF-8 behind their length plus one, null as zero.</summary>
internal sealed class SessionFieldWriter
{
    private readonly ArrayBufferWriter<byte> buffer = new(512);

    public ReadOnlySpan<byte> Written => buffer.WrittenSpan;

    public void Number(long number)
    {
        var rest = (ulong)number;
        var room = buffer.GetSpan(10);
        var length = 0;
        while (rest >= 0x80)
        {
            room[length++] = (byte)(rest | 0x80);
            rest >>= 7;
        }

        room[length++] = (byte)rest;
        buffer.Advance(length);
    }

    public void Text(string? text)
    {
        if (text is null)
        {
            Number(0);
            return;
        }

        Number(Encoding.UTF8.GetByteCount(text) + 1L);
        Encoding.UTF8.GetBytes(text, buffer);
    }

    public void Time(DateTimeOffset? time) => Number(time is { } at ? at.ToUnixTimeSeconds() + 1 : 0);

    public void Texts(IReadOnlyList<string> texts)
    {
        Number(texts.Count);
        foreach (var text in texts)
        {
            Text(text);
        }
    }

    public void Pairs(IEnumerable<KeyValuePair<string, string>> pairs, int count)
    {
        Number(count);
        foreach (var (key, value) in pairs)
        {
            Text(key);
            Text(value);
        }
    }
}
