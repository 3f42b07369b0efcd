using System.Globalization;
using System.Text.Json;

namespace Claviger.Aws;

/// <summary>A value of a request's JSON, read as what its shape says that it is.</summary>
/// <remarks>A name that a shape doesn't have is passed over, as AWS does; one that comes twice is refused.</remarks>
public readonly struct RequestJson
{
    private const int DeepestNesting = 64;

    private static readonly JsonDocumentOptions s_options = new() { AllowDuplicateProperties = false, MaxDepth = DeepestNesting };

    private readonly JsonElement _value;

    private RequestJson(JsonElement value) => _value = value;

    /// <summary>Reads a body, which must be an object; an empty one is an object without members.</summary>
    /// <exception cref="AwsError">SerializationException: it is something else, or no JSON.</exception>
    public static RequestJson Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            JsonElement root = JsonElement.Parse(body.IsEmpty ? "{}"u8 : body, s_options);
            return root.ValueKind == JsonValueKind.Object ? new(root) : throw Unexpected(root.ValueKind, "structure");
        }
        catch (JsonException)
        {
            throw Unreadable();
        }
    }

    /// <summary>The member of an object; null where it is absent or null.</summary>
    /// <exception cref="AwsError">SerializationException: this is no object.</exception>
    public RequestJson? Member(ReadOnlySpan<byte> name)
    {
        Require(JsonValueKind.Object, "structure");
        return _value.TryGetProperty(name, out JsonElement member) && member.ValueKind != JsonValueKind.Null ? new(member) : null;
    }

    /// <summary>The object as a structure.</summary>
    public T Structure<T>(Func<RequestJson, T> read)
    {
        Require(JsonValueKind.Object, "structure");
        return read(this);
    }

    /// <summary>The elements of a list; nulls among them are passed over.</summary>
    public IReadOnlyList<T> List<T>(Func<RequestJson, T> read)
    {
        Require(JsonValueKind.Array, "list");
        var list = new List<T>(_value.GetArrayLength());
        foreach (JsonElement element in _value.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.Null)
            {
                list.Add(read(new(element)));
            }
        }

        return list;
    }

    /// <summary>The entries of a map; those without a value are passed over.</summary>
    public IReadOnlyDictionary<string, T> Map<T>(Func<RequestJson, T> read)
    {
        Require(JsonValueKind.Object, "map");
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (JsonProperty property in _value.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Null)
            {
                map.Add(property.Name, read(new(property.Value)));
            }
        }

        return map;
    }

    /// <summary>A text.</summary>
    public string String()
    {
        Require(JsonValueKind.String, "String");
        try
        {
            return _value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Bytes that are no UTF-8, or half of a surrogate pair.
            throw Unreadable();
        }
    }

    /// <summary>A whole number of 32 bits.</summary>
    public int Integer() => _value.ValueKind == JsonValueKind.Number && _value.TryGetInt32(out int number) ? number : throw Unexpected("Integer");

    /// <summary>A truth.</summary>
    public bool Boolean() => _value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Undefined or JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Null =>
            throw Unexpected("Boolean"),
    };

    /// <summary>A time: seconds since 1970, or a text in ISO 8601's form.</summary>
    public DateTimeOffset Timestamp()
    {
        const double first = -62_135_596_800;
        const double last = 253_402_300_799;
        return _value.ValueKind switch
        {
            JsonValueKind.Number when _value.TryGetDouble(out double seconds) && seconds is >= first and <= last =>
                DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Floor(seconds * 1000)),
            JsonValueKind.String when RestTime.TryParse(String(), out DateTimeOffset time) => time,
            _ => throw Unexpected("Timestamp"),
        };
    }

    private static AwsError Unreadable() => AwsError.Serialization("");

    private static AwsError Unexpected(JsonValueKind kind, string wanted) => AwsError.Serialization(string.Create(
        CultureInfo.InvariantCulture, $"{(kind is JsonValueKind.Object or JsonValueKind.Array ? "Start of" : "A")} {kind.ToString().ToLowerInvariant()} found where not expected: {wanted}."));

    private AwsError Unexpected(string wanted) => Unexpected(_value.ValueKind, wanted);

    private void Require(JsonValueKind kind, string wanted)
    {
        if (_value.ValueKind != kind)
        {
            throw Unexpected(wanted);
        }
    }
}
