using System.Text.Json;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>The document in an encoded authorization message: verdict, the statements that denied, and the request as policies saw it.</summary>
internal static class AuthorizationDetails
{
    // A request may have a tag for each of hundreds of keys; the message must stay short enough to be sent back.
    private const int MostConditions = 60;

    /// <summary>Writes the document as AWS lays it out: every list an object with <c>items</c>.</summary>
    public static byte[] Write(CallContext call, Target target, Explanation explanation, bool withStatements)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteBoolean("allowed", explanation.Decision.IsAllowed);
            json.WriteBoolean("explicitDeny", explanation.Decision.Verdict == Verdict.ExplicitlyDenied);
            Items(json, "matchedStatements", withStatements ? Denying(explanation) : [], Statement);
            Items(json, "failures", Array.Empty<string>(), static (_, _) => { });
            json.WriteStartObject("context");
            json.WriteStartObject("principal");
            json.WriteString("id", call.Caller.UserId);
            if ((call.Caller.UserName ?? call.Caller.RoleName) is { } name)
            {
                json.WriteString("name", name);
            }

            json.WriteString("arn", call.Caller.Arn);
            json.WriteEndObject();
            json.WriteString("action", target.Action);
            json.WriteString("resource", target.Resource);
            Items(json, "conditions", Conditions(call, target).Take(MostConditions), Condition);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static IEnumerable<StatementExplanation> Denying(Explanation explanation) =>
        explanation.Kinds.SelectMany(kind => kind.Statements).Where(statement => statement is { Applies: true, IsDeny: true });

    private static IEnumerable<(string Key, IReadOnlyList<string> Values)> Conditions(CallContext call, Target target)
    {
        var service = target.Action[..target.Action.IndexOf(':', StringComparison.Ordinal)];
        var name = target.Resource.Split(':', 6) is [.., var last] ? last : target.Resource;
        yield return ("aws:Account", [target.Account?.ToString() ?? ""]);
        yield return ("aws:ARN", [target.Resource]);
        yield return ("aws:Region", [call.Region]);
        yield return ("aws:Resource", [name]);
        yield return ("aws:Service", [service]);
        yield return ("aws:Type", [name.Split('/')[0]]);
        foreach (var (key, value) in target.Keys)
        {
            if (!value.IsMissing)
            {
                yield return (key.Name, value.IsList ? value.Values : [value.ToString()]);
            }
        }

        foreach (var tag in target.ResourceTags ?? TagSet.Empty)
        {
            yield return ($"aws:ResourceTag/{tag.Key}", [tag.Value]);
        }

        foreach (var tag in target.RequestTags ?? TagSet.Empty)
        {
            yield return ($"aws:RequestTag/{tag.Key}", [tag.Value]);
        }

        if (target.TagKeys is { } keys)
        {
            yield return ("aws:TagKeys", keys);
        }
    }

    private static void Condition(Utf8JsonWriter json, (string Key, IReadOnlyList<string> Values) condition)
    {
        json.WriteString("key", condition.Key);
        Items(json, "values", condition.Values, Value);
    }

    private static void Value(Utf8JsonWriter json, string value) => json.WriteString("value", value);

    private static void Statement(Utf8JsonWriter json, StatementExplanation explanation)
    {
        json.WriteString("statementId", explanation.Sid ?? "");
        json.WriteString("effect", explanation.IsDeny ? "DENY" : "ALLOW");
        json.WriteString("policy", explanation.Policy.Arn ?? explanation.Policy.Name);
        using var document = JsonDocument.Parse(explanation.Policy.Document.Text);
        var statements = document.RootElement.GetProperty("Statement");
        var statement = statements.ValueKind == JsonValueKind.Array ? statements[explanation.Index] : statements;
        Items(json, "actions", Texts(statement, "Action", "NotAction"), Value);
        Items(json, "resources", Texts(statement, "Resource", "NotResource"), Value);
        Items(json, "conditions", explanation.Conditions.Select(static it => (it.Key, it.Wanted)), Condition);
    }

    private static IEnumerable<string> Texts(JsonElement statement, string name, string negated)
    {
        if (!statement.TryGetProperty(name, out var element) && !statement.TryGetProperty(negated, out element))
        {
            return [];
        }

        return element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray().Select(static it => it.ToString())] : [element.ToString()];
    }

    private static void Items<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartObject(name);
        json.WriteStartArray("items");
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
