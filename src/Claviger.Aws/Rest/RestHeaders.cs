using System.Globalization;
using System.Text;

namespace Claviger.Aws;

/// <summary>The headers of a message of REST that is to be sent, in order. Values are text; on the wire they are UTF-8.</summary>
public sealed class RestHeaders
{
    private readonly List<KeyValuePair<string, string>> _headers = new(16);

    /// <summary>Names and values; a char of a value is a byte of the wire.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> All => _headers;

    /// <summary>Adds a text.</summary>
    /// <exception cref="AwsError">InvalidArgument: the text has characters that no header can hold.</exception>
    public void Add(string name, string? value)
    {
        if (value is null)
        {
            return;
        }

        foreach (char c in value)
        {
            // INVARIANT: nothing that a client has sent ends a header of what we send and begins another.
            if (char.IsControl(c) && c != '\t')
            {
                throw S3Error.InvalidArgument("Header value cannot be represented using ISO-8859-1.", name, "");
            }
        }

        _headers.Add(new(name, Ascii.IsValid(value) ? value : Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(value))));
    }

    /// <summary>Adds a number.</summary>
    public void Add(string name, int? value) => Add(name, (long?)value);

    /// <summary>Adds a number.</summary>
    public void Add(string name, long? value)
    {
        if (value is { } number)
        {
            _headers.Add(new(name, number.ToString(CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>Adds <c>true</c> or <c>false</c>.</summary>
    public void Add(string name, bool? value)
    {
        if (value is { } truth)
        {
            _headers.Add(new(name, truth ? "true" : "false"));
        }
    }

    /// <summary>Adds a time as HTTP writes it, <c>Tue, 24 Nov 2026 06:19:00 GMT</c>.</summary>
    public void Add(string name, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            _headers.Add(new(name, time.UtcDateTime.ToString("r", CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>Adds the elements of a list, with commas between.</summary>
    public void Add(string name, IReadOnlyList<string>? values) => Add(name, values is null ? null : string.Join(',', values));

    /// <summary>Adds a time as documents write it, <c>2026-11-24T06:19:00.000Z</c>.</summary>
    public void AddIso(string name, DateTimeOffset? value) =>
        Add(name, value?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    /// <summary>Adds a header for each entry of a map.</summary>
    // AWS: metadata beyond ASCII is answered as RFC 2047 has it.
    public void AddUnder(string prefix, IReadOnlyDictionary<string, string>? values)
    {
        foreach ((string key, string value) in values ?? new Dictionary<string, string>())
        {
            Add(prefix + key, Ascii.IsValid(value) ? value : $"=?UTF-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(value))}?=");
        }
    }
}
