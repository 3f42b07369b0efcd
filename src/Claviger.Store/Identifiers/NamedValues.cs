using System.Collections;
using System.Text;
using System.Text.Json;

namespace Claviger.Store;

/// <summary>Names with values in the order given, names compared exactly: an object's tags, or the headers that it is answered with. Immutable.</summary>
/// <remarks>S3's tags are told apart by case, unlike those of <see cref="TagSet"/>.</remarks>
public sealed class NamedValues : IReadOnlyList<KeyValuePair<string, string>>, IEquatable<NamedValues>
{
    private readonly KeyValuePair<string, string>[] pairs;

    private NamedValues(KeyValuePair<string, string>[] pairs) => this.pairs = pairs;

    /// <summary>Nothing.</summary>
    public static NamedValues Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => pairs.Length;

    /// <inheritdoc/>
    public KeyValuePair<string, string> this[int index] => pairs[index];

    /// <summary>Some names and their values.</summary>
    public static NamedValues Of(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        KeyValuePair<string, string>[] copy = [.. pairs];
        return copy.Length == 0 ? Empty : new(copy);
    }

    /// <summary>The value of a name; null if it isn't there.</summary>
    public string? ValueOf(string name)
    {
        foreach (var (known, value) in pairs)
        {
            if (known == name)
            {
                return value;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, string>>)pairs).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => pairs.GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(NamedValues? other) => other is not null && pairs.AsSpan().SequenceEqual(other.pairs);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NamedValues);

    /// <inheritdoc/>
    public override int GetHashCode() => pairs.Length == 0 ? 0 : HashCode.Combine(pairs.Length, pairs[0].Key, pairs[^1].Value);

    /// <summary>The column's text: a JSON array of names and values in turn; empty for nothing.</summary>
    internal string Encode()
    {
        if (pairs.Length == 0)
        {
            return "";
        }

        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var (name, value) in pairs)
            {
                json.WriteStringValue(name);
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    internal static NamedValues Decode(string column)
    {
        if (column.Length == 0)
        {
            return Empty;
        }

        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(column));
        var result = new List<KeyValuePair<string, string>>();
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.String)
        {
            var name = json.GetString()!;
            json.Read();
            result.Add(new(name, json.GetString()!));
        }

        return new([.. result]);
    }
}
