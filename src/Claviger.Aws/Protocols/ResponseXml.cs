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

    /// <summary>Whether times are written to the millisecond, as S3 and EC2 write them, rather than to the second.</summary>
    public bool HasMilliseconds { get; init; }

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

    /// <summary>Writes an element with text; nothing where that is null.</summary>
    public void Element(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            Start(name);
            Text(value);
            End(name);
        }
    }

    /// <summary>Writes an element with a number; nothing where that is null.</summary>
    public void Element(ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } number)
        {
            Start(name);
            Span<byte> span = _output.GetSpan(11);
            Utf8Formatter.TryFormat(number, span, out int written);
            _output.Advance(written);
            End(name);
        }
    }

    /// <summary>Writes an element with a number; nothing where that is null.</summary>
    public void Element(ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number)
        {
            Start(name);
            Span<byte> span = _output.GetSpan(20);
            Utf8Formatter.TryFormat(number, span, out int written);
            _output.Advance(written);
            End(name);
        }
    }

    /// <summary>Writes an element with a number that has a fraction; nothing where that is null.</summary>
    public void Element(ReadOnlySpan<byte> name, double? value) => Element(name, value?.ToString("0.0##########", CultureInfo.InvariantCulture));

    /// <summary>Writes an element with <c>true</c> or <c>false</c>; nothing where the value is null.</summary>
    public void Element(ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } truth)
        {
            Start(name);
            _output.Write(truth ? "true"u8 : "false"u8);
            End(name);
        }
    }

    /// <summary>Writes an element with a time in UTC, <c>2026-11-24T06:19:00Z</c>; nothing where that is null.</summary>
    public void Element(ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            Start(name);
            Span<byte> span = _output.GetSpan(24);
            string form = HasMilliseconds ? "yyyy-MM-dd'T'HH:mm:ss.fff'Z'" : "yyyy-MM-dd'T'HH:mm:ss'Z'";
            time.UtcDateTime.TryFormat(span, out int written, form, CultureInfo.InvariantCulture);
            _output.Advance(written);
            End(name);
        }
    }

    /// <summary>Writes an element with bytes in base64; nothing where they are null.</summary>
    public void Element(ReadOnlySpan<byte> name, ReadOnlyMemory<byte>? value)
    {
        if (value is { } bytes)
        {
            Start(name);
            Span<byte> span = _output.GetSpan(Base64.GetMaxEncodedToUtf8Length(bytes.Length));
            Base64.EncodeToUtf8(bytes.Span, span, out _, out int written);
            _output.Advance(written);
            End(name);
        }
    }

    /// <summary>Writes an element with the members of a structure; nothing where that is null.</summary>
    public void Structure(ReadOnlySpan<byte> name, IOutputShape? value)
    {
        if (value is not null)
        {
            Start(name);
            value.Write(this);
            End(name);
        }
    }

    /// <summary>Writes a structure that says by an attribute of XML Schema's which type it is of; nothing where it is null.</summary>
    public void Structure(ReadOnlySpan<byte> name, string? type, IOutputShape? value)
    {
        if (value is not null)
        {
            _output.Write("<"u8);
            _output.Write(name);
            _output.Write(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\""u8);
            Text(type);
            _output.Write("\">"u8);
            value.Write(this);
            End(name);
        }
    }

    /// <summary>Writes an element for each string of a list, without one around them; nothing where the list is null.</summary>
    public void Flattened(ReadOnlySpan<byte> name, IReadOnlyList<string>? values)
    {
        for (int i = 0; i < values?.Count; i++)
        {
            Element(name, values[i]);
        }
    }

    /// <summary>Writes an element for each structure of a list, without one around them; nothing where the list is null.</summary>
    public void Flattened<T>(ReadOnlySpan<byte> name, IReadOnlyList<T>? values)
        where T : class, IOutputShape
    {
        for (int i = 0; i < values?.Count; i++)
        {
            Structure(name, values[i]);
        }
    }

    /// <summary>Writes a list of strings: an empty element where it is empty, nothing where it is null.</summary>
    public void List(ReadOnlySpan<byte> name, ReadOnlySpan<byte> item, IReadOnlyList<string>? values)
    {
        if (!StartAny(name, values?.Count))
        {
            return;
        }

        for (int i = 0; i < values!.Count; i++)
        {
            Element(item, values[i]);
        }

        End(name);
    }

    /// <summary>Writes a list of numbers: an empty element where it is empty, nothing where it is null.</summary>
    public void Numbers(ReadOnlySpan<byte> name, ReadOnlySpan<byte> item, IReadOnlyList<int>? values)
    {
        if (!StartAny(name, values?.Count))
        {
            return;
        }

        for (int i = 0; i < values!.Count; i++)
        {
            Element(item, values[i]);
        }

        End(name);
    }

    /// <summary>Writes a list of structures: an empty element where it is empty, nothing where it is null.</summary>
    public void List<T>(ReadOnlySpan<byte> name, ReadOnlySpan<byte> item, IReadOnlyList<T>? values)
        where T : class, IOutputShape
    {
        if (!StartAny(name, values?.Count))
        {
            return;
        }

        for (int i = 0; i < values!.Count; i++)
        {
            Structure(item, values[i]);
        }

        End(name);
    }

    /// <summary>Writes a map as entries of key and value: an empty element where it is empty, nothing where it is null.</summary>
    public void Map(ReadOnlySpan<byte> name, IReadOnlyDictionary<string, string>? values)
    {
        if (!StartAny(name, values?.Count))
        {
            return;
        }

        foreach ((string key, string value) in values!)
        {
            Start("entry"u8);
            Element("key"u8, key);
            Element("value"u8, value);
            End("entry"u8);
        }

        End(name);
    }

    /// <summary>Writes a map of numbers, in the same way.</summary>
    public void Map(ReadOnlySpan<byte> name, IReadOnlyDictionary<string, int>? values)
    {
        if (!StartAny(name, values?.Count))
        {
            return;
        }

        foreach ((string key, int value) in values!)
        {
            Start("entry"u8);
            Element("key"u8, key);
            Element("value"u8, value);
            End("entry"u8);
        }

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

    /// <summary>Writes text as it is, for a body that isn't XML.</summary>
    internal void Raw(ReadOnlySpan<char> value) => Copy(value);

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

    // Opens the element of a collection that has elements, and writes the whole of one that hasn't.
    private bool StartAny(ReadOnlySpan<byte> name, int? count)
    {
        if (count > 0)
        {
            Start(name);
            return true;
        }

        if (count == 0)
        {
            Empty(name);
        }

        return false;
    }

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
