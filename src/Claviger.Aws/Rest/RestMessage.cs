using System.Globalization;
using System.Text;

namespace Claviger.Aws;

/// <summary>Headers and body of a message of REST, which shapes are read from.</summary>
public abstract class RestMessage
{
    private RequestXml? _root;

    /// <summary>The headers.</summary>
    public required IRequestHeaders Headers { get; init; }

    /// <summary>The whole body that is a document; empty for others.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The body as text; null if there is none.</summary>
    public string? Text => Body.IsEmpty ? null : Encoding.UTF8.GetString(Body.Span);

    /// <summary>The body's root element; null if there is no body.</summary>
    /// <exception cref="AwsError">MalformedXML.</exception>
    public RequestXml? Root => Body.IsEmpty ? null : _root ??= RequestXml.Parse(Body);

    /// <summary>A document whose root element is known.</summary>
    /// <exception cref="AwsError">MalformedXML: it isn't one, or another.</exception>
    public T? Document<T>(string root, Func<RequestXml, T> read)
        where T : class
    {
        if (Root is not { } found)
        {
            return null;
        }

        return found.Name == root ? read(found) : throw S3Error.MalformedXml();
    }

    /// <summary>The value of a header; of one that came more often, all values with commas between.</summary>
    /// <exception cref="AwsError">InvalidArgument: one of AWS's own headers came twice.</exception>
    public string? Header(string name)
    {
        HeaderValues values = Headers[name];
        if (values.Single is { } single)
        {
            return Decoded(single);
        }

        if (values.Count == 0)
        {
            return null;
        }

        if (name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase))
        {
            throw S3Error.InvalidArgument("The header is in the request more than once.", name, values[0]);
        }

        return Decoded(string.Join(',', Enumerable.Range(0, values.Count).Select(i => values[i])));
    }

    /// <summary>A number in a header.</summary>
    public int? HeaderInteger(string name) => Integer(name, Header(name));

    /// <summary>A number in a header.</summary>
    public long? HeaderLong(string name)
    {
        string? text = Header(name);
        return text is null ? null
            : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number
            : throw S3Error.InvalidArgument($"The value of {name} is not a number.", name, text);
    }

    /// <summary>A truth in a header.</summary>
    public bool? HeaderBoolean(string name) => Boolean(name, Header(name));

    /// <summary>A list in a header, its elements between commas.</summary>
    public IReadOnlyList<string>? HeaderList(string name) =>
        Header(name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A time in a header, in one of HTTP's forms.</summary>
    // AWS: HTTP has a time that can't be read ignored. S3's own headers are no part of HTTP, and what can't be read there is refused.
    public DateTimeOffset? HeaderDate(string name)
    {
        string? text = Header(name);
        return text is null ? null
            : RestTime.TryParse(text, out DateTimeOffset time) ? time
            : !name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase) ? null
            : throw S3Error.InvalidArgument($"The value of {name} is not a date.", name, text);
    }

    /// <summary>A time in a header, in ISO 8601's form.</summary>
    public DateTimeOffset? HeaderTimestamp(string name) => HeaderDate(name);

    /// <summary>The headers whose names begin with a prefix, by the rest of their names in lower case; null if there are none.</summary>
    public IReadOnlyDictionary<string, string>? HeadersUnder(string prefix)
    {
        Dictionary<string, string>? found = null;
        foreach (string name in Headers.Names)
        {
            if (name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                HeaderValues values = Headers[name];
                string value = string.Join(',', Enumerable.Range(0, values.Count).Select(i => Decoded(values[i])));
                (found ??= new(StringComparer.Ordinal))[name[prefix.Length..].ToLowerInvariant()] = value;
            }
        }

        return found;
    }

    // Header bytes are UTF-8, one char of the wire's text each.
    private static string Decoded(string wire) => Ascii.IsValid(wire) ? wire : Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(wire));

    private protected static int? Integer(string name, string? text) =>
        string.IsNullOrEmpty(text) ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number
        : throw S3Error.InvalidArgument($"Provided {name} not an integer or within integer range", name, text);

    private protected static bool? Boolean(string name, string? text) =>
        text is null ? null
        : bool.TryParse(text, out bool truth) ? truth
        : throw S3Error.InvalidArgument($"Provided {name} must be true or false.", name, text);
}
