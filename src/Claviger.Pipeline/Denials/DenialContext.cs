using System.Text.Json;
using System.Text.Json.Nodes;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>The condition keys of a call that was denied, by their names.</summary>
internal static class DenialContext
{
    private static readonly ContextKey[] OfTarget = [ContextKey.Of("aws:ResourceAccount"), ContextKey.Of("aws:TagKeys")];

    /// <summary>The keys that are the same for whatever the call does.</summary>
    public static Dictionary<string, JsonElement> OfRequest(CallKeys keys, Caller caller)
    {
        var context = new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase);
        foreach (var key in CallKeys.OfEveryCall)
        {
            Add(context, key.Name, keys.Get(key));
        }

        foreach (var tag in caller.Tags)
        {
            Add(context, $"aws:PrincipalTag/{tag.Key}", tag.Value);
        }

        return context;
    }

    /// <summary>The keys of one action on one resource, and those that statements have asked for beside.</summary>
    public static Dictionary<string, JsonElement> OfEvaluation(
        CallKeys keys, Target target, IEnumerable<StatementExplanation> statements, Dictionary<string, JsonElement> ofRequest)
    {
        var context = new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in target.Keys)
        {
            Add(context, key.Name, value);
        }

        foreach (var key in OfTarget)
        {
            Add(context, key.Name, keys.Get(key));
        }

        foreach (var tag in target.ResourceTags ?? TagSet.Empty)
        {
            Add(context, $"aws:ResourceTag/{tag.Key}", tag.Value);
        }

        foreach (var tag in target.RequestTags ?? TagSet.Empty)
        {
            Add(context, $"aws:RequestTag/{tag.Key}", tag.Value);
        }

        foreach (var condition in statements.SelectMany(static statement => statement.Conditions))
        {
            if (!ofRequest.ContainsKey(condition.Key))
            {
                Add(context, condition.Key, condition.Actual);
            }
        }

        return context;
    }

    /// <summary>The values of a key as texts; null if the key is not there.</summary>
    public static IReadOnlyList<string>? Texts(in ContextValue value) =>
        value.IsMissing ? null : value.IsList ? value.Values : [value.ToString()];

    private static void Add(Dictionary<string, JsonElement> context, string key, in ContextValue value)
    {
        if (!value.IsMissing)
        {
            context[key] = Element(value);
        }
    }

    private static JsonElement Element(in ContextValue value) => value.Type switch
    {
        ContextValueType.Boolean => JsonElement.Parse(value.ToString()),
        ContextValueType.Integer => JsonElement.Parse(value.ToString()),
        ContextValueType.List => JsonSerializer.SerializeToElement(new JsonArray([.. value.Values.Select(static text => (JsonNode)text)]), DenialJson.Default.JsonArray),
        ContextValueType.Missing or ContextValueType.Text or ContextValueType.Instant or ContextValueType.Address =>
            JsonSerializer.SerializeToElement(value.ToString(), DenialJson.Default.String),
    };
}
