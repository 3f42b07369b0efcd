using System.Text;

namespace Claviger.Aws;

/// <summary>Headers of a request that is about to be sent, in order.</summary>
public sealed class HeaderList : IRequestHeaders
{
    private readonly List<KeyValuePair<string, string>> _headers = [];

    /// <inheritdoc/>
    public IEnumerable<string> Names => _headers.Select(static header => header.Key);

    /// <summary>Names and values; a char of a value is a byte of the wire.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> All => _headers;

    /// <inheritdoc/>
    public HeaderValues this[string name] =>
        HeaderValues.Of([.. _headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(static header => header.Value)]);

    /// <summary>Adds a value as it is on the wire, a char a byte.</summary>
    /// <returns>This list, for chaining.</returns>
    public HeaderList AddWire(string name, string bytes)
    {
        _headers.Add(new(name, bytes));
        return this;
    }

    /// <summary>Adds a value that holds text; on the wire it is UTF-8.</summary>
    /// <returns>This list, for chaining.</returns>
    public HeaderList Add(string name, string text)
    {
        _headers.Add(new(name, Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text))));
        return this;
    }
}
