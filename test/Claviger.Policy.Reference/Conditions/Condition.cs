using System.Text.Json;

namespace Claviger.Policy.Reference;

/// <summary>One operator, one key, its values (section 5).</summary>
internal sealed record Condition(string Operator, string Key, IReadOnlyList<string> Values)
{
    // A block is all of these together (5.1).
    public static IReadOnlyList<Condition> Read(JsonElement block) =>
    [
        .. Json.Members(block).SelectMany(op => Json.Members(op.Value).Select(key => new Condition(op.Key, key.Key, Json.Values(key.Value)))),
    ];
}
