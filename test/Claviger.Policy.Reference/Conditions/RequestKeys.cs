using System.Text.Json;

namespace Claviger.Policy.Reference;

/// <summary>The context of a request (section 15).</summary>
internal sealed class RequestKeys
{
    private readonly List<KeyValuePair<string, RequestKey>> _keys = [];

    public static RequestKeys None { get; } = new();

    public static RequestKeys Read(JsonElement context)
    {
        var keys = new RequestKeys();
        foreach (var (name, value) in Json.Members(context))
        {
            keys._keys.Add(new(name, new RequestKey(value.ValueKind == JsonValueKind.Array, Json.Values(value) ?? throw new FormatException("No value of a key."))));
        }

        return keys;
    }

    // 5.3: in any case. 5.4: of several the first.
    public RequestKey? Find(string name) => _keys.Find(key => key.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
