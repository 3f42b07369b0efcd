using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Claviger.Aws;

/// <summary>Writes XML in UTF-8 straight into a buffer: elements and text, no indentation, no checks of nesting.</summary>
/// <remarks>
/// Element names are UTF-8 and trusted; values are escaped. A character that XML 1.0 can't hold becomes U+FFFD, so that every document
/// parses. A carriage return is written as a reference, for parsers turn a bare one into a line feed.
/// </remarks>
public sealed class ResponseXml(IBufferWriter<byte> output)
{
    // Every character that can't be copied as it is: markup, control characters but tab and line feed, surrogates, U+FFFE, U+FFFF.
    private static readonly SearchValues<char> s_special = SearchValues.Create(
        [.. "&<>\"", .. Enumerable.Range(0, 0x20).Except([9, 10]).Select(c => (char)c), .. Surrogates(), '\uFFFE', '\uFFFF']);

    private readonly IBufferWriter<byte> _output = output;

    /// <summary>Opens an element.</summary>
    public void Start(ReadOnlySpan<byte> name)
    {
        Span<byte> span = _output.GetSpan(name.Length + 2);
        span[0] = (byte)'<';
        name.CopyTo(span[1..]);
        span[name.Length + 1] = (byte)'>';
        _output.Advance(name.Length + 2);
    }

    /// <summary>Closes an element.</summary>
    public void End(ReadOnlySpan<byte> name)
    {
        Span<byte> span = _output.GetSpan(name.Length + 3);
        "</"u8.CopyTo(span);
        name.CopyTo(span[2..]);
        span[name.Length + 2] = (byte)'>';
        _output.Advance(name.Length + 3);
    }

    /// <summary>Writes an element without content, <c>&lt;Tags/&gt;</c>.</summary>
    public void Empty(ReadOnlySpan<byte> name)
    {
        Span<byte> span = _output.GetSpan(name.Length + 3);
        span[0] = (byte)'<';
        name.CopyTo(span[1..]);
        "/>"u8.CopyTo(span[(name.Length + 1)..]);
        _output.Advance(name.Length + 3);
    }

    /// <summary>Writes an element with text.</summary>
    public void Element(ReadOnlySpan<byte> name, string value)
    {
        Start(name);
        Text(value);
        End(name);
    }

    /// <summary>Writes an element with a number.</summary>
    public void Element(ReadOnlySpan<byte> name, long value)
    {
        Start(name);
        Span<byte> span = _output.GetSpan(20);
        Utf8Formatter.TryFormat(value, span, out int written);
        _output.Advance(written);
        End(name);
    }

    /// <summary>Writes an element with <c>true</c> or <c>false</c>.</summary>
    public void Element(ReadOnlySpan<byte> name, bool value)
    {
        Start(name);
        _output.Write(value ? "true"u8 : "false"u8);
        End(name);
    }

    /// <summary>Writes an element with a time in UTC to the second, <c>2026-11-24T06:19:00Z</c>.</summary>
    public void Element(ReadOnlySpan<byte> name, DateTimeOffset value)
    {
        Start(name);
        Span<byte> span = _output.GetSpan(20);
        value.UtcDateTime.TryFormat(span, out int written, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        _output.Advance(written);
        End(name);
    }

    /// <summary>Writes an element with bytes in base64.</summary>
    public void Element(ReadOnlySpan<byte> name, ReadOnlyMemory<byte> value)
    {
        Start(name);
        Span<byte> span = _output.GetSpan(Base64.GetMaxEncodedToUtf8Length(value.Length));
        Base64.EncodeToUtf8(value.Span, span, out _, out int written);
        _output.Advance(written);
        End(name);
    }

    /// <summary>Writes text, escaped.</summary>
    public void Text(ReadOnlySpan<char> value)
    {
        while (true)
        {
            int special = value.IndexOfAny(s_special);
            Copy(special < 0 ? value : value[..special]);
            if (special < 0)
            {
                return;
            }

            value = value[(special + Escape(value[special..]))..];
        }
    }

    internal void StartDocument(string name, ReadOnlySpan<byte> suffix, string xmlNamespace)
    {
        _output.Write("<"u8);
        Copy(name);
        _output.Write(suffix);
        _output.Write(" xmlns=\""u8);
        Text(xmlNamespace);
        _output.Write("\">"u8);
    }

    internal void Start(string name, ReadOnlySpan<byte> suffix)
    {
        _output.Write("<"u8);
        Copy(name);
        _output.Write(suffix);
        _output.Write(">"u8);
    }

    internal void End(string name, ReadOnlySpan<byte> suffix)
    {
        _output.Write("</"u8);
        Copy(name);
        _output.Write(suffix);
        _output.Write(">"u8);
    }

    private static IEnumerable<char> Surrogates() => Enumerable.Range(0xD800, 0x800).Select(c => (char)c);

    private void Copy(ReadOnlySpan<char> text)
    {
        Span<byte> span = _output.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        _output.Advance(Encoding.UTF8.GetBytes(text, span));
    }

    // Writes what stands for the first character of the text, and returns how many UTF-16 units that character takes.
    private int Escape(ReadOnlySpan<char> text)
    {
        if (char.IsHighSurrogate(text[0]) && text.Length > 1 && char.IsLowSurrogate(text[1]))
        {
            Copy(text[..2]);
            return 2;
        }

        _output.Write(text[0] switch
        {
            '&' => "&amp;"u8,
            '<' => "&lt;"u8,
            '>' => "&gt;"u8,
            '"' => "&quot;"u8,
            '\r' => "&#xD;"u8,
            _ => "\uFFFD"u8,
        });
        return 1;
    }
}
