using System.Text.Json.Nodes;

namespace Claviger.Policy.Differential;

/// <summary>Changes to a case's policies, made on its JSON.</summary>
internal static class CaseText
{
    public static JsonObject Parse(string line) => JsonNode.Parse(line)!.AsObject();

    public static string Write(JsonObject node) => node.ToJsonString(Pick.Plain);

    // Every array of policies that a case has: the kinds that are lists, and the levels.
    public static IEnumerable<JsonArray> PolicyLists(JsonObject node) =>
        new[] { "identityPolicies", "boundaries", "endpointPolicies" }.Select(name => node[name]!.AsArray())
            .Concat(new[] { "scps", "rcps" }.SelectMany(name => node[name]!.AsArray().Select(level => level!.AsArray())));

    // Every policy of a case.
    public static IEnumerable<JsonObject> Policies(JsonObject node) =>
        PolicyLists(node).SelectMany(list => list)
            .Concat(node["sessionPolicy"] as JsonArray ?? Enumerable.Empty<JsonNode?>())
            .Append(node["sessionPolicy"])
            .Append(node["resourcePolicy"])
            .OfType<JsonObject>();

    public static JsonArray Statements(JsonObject policy)
    {
        if (policy["Statement"] is JsonArray statements)
        {
            return statements;
        }

        var array = new JsonArray(policy["Statement"]!.DeepClone());
        policy["Statement"] = array;
        return array;
    }

    public static string With(string line, string member, string json)
    {
        var node = Parse(line);
        node[member] = JsonNode.Parse(json);
        return Write(node);
    }
}
