using System.Text.Json.Nodes;

namespace Claviger.EndToEnd;

/// <summary>What an SDK gives back for a call, or a part of it.</summary>
public sealed class SdkAnswer(JsonNode? node)
{
    /// <summary>The text of the member at a dotted path (<c>"User.Arn"</c>); null where it is absent.</summary>
    public string? this[string path] => Find(path) switch
    {
        null => null,
        JsonValue value => value.ToString(),
        var other => other.ToJsonString(),
    };

    /// <summary>The answer's own text, for the members of a list of strings.</summary>
    public string? Text => node?.ToString();

    /// <summary>The JSON, for what a path can't say.</summary>
    public JsonNode? Json => node;

    /// <summary>The members of the list at a dotted path; none where it is absent.</summary>
    public IReadOnlyList<SdkAnswer> List(string path) =>
        Find(path) is JsonArray array ? [.. array.Select(member => new SdkAnswer(member))] : [];

    /// <summary>The texts at a dotted path below each member of the list at another.</summary>
    public IReadOnlyList<string?> Texts(string list, string path) => [.. List(list).Select(member => member[path])];

    private JsonNode? Find(string path) => path.Split('.').Aggregate(node, (at, name) => at is JsonObject whole ? whole[name] : null);
}
