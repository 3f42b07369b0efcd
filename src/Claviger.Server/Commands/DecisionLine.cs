using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Claviger.Policy;

namespace Claviger.Server;

/// <summary>A line of <c>claviger decide</c>'s output.</summary>
internal static class DecisionLine
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Decided(string line, Decision decision) => Write(line, json => WriteVerdict(json, decision.Verdict));

    public static string Failed(string line, string error) => Write(line, json => json.WriteString("error", error));

    /// <summary>The decision with the tree of what every kind of policy and every statement said.</summary>
    public static string Explained(string line, Explanation explanation) => Write(line, json =>
    {
        WriteVerdict(json, explanation.Decision.Verdict);
        json.WriteStartObject("explanation");
        json.WriteString("decidingKind", explanation.Decision.DecidingKind?.ToString());
        if (explanation.DecidingStatement is { } deciding)
        {
            json.WriteStartObject("decidingStatement");
            WriteName(json, deciding);
            json.WriteEndObject();
        }

        json.WriteStartArray("kinds");
        foreach (var kind in explanation.Kinds)
        {
            WriteKind(json, kind);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteVerdict(Utf8JsonWriter json, Verdict verdict) => json.WriteString("decision", verdict.ToString());

    private static void WriteKind(Utf8JsonWriter json, KindExplanation kind)
    {
        json.WriteStartObject();
        json.WriteString("kind", kind.Kind.ToString());
        if (kind.Kind is PolicyKind.ServiceControl or PolicyKind.ResourceControl)
        {
            json.WriteNumber("level", kind.Level);
        }

        json.WriteString("verdict", kind.Verdict.ToString());
        json.WriteStartArray("statements");
        foreach (var statement in kind.Statements)
        {
            json.WriteStartObject();
            WriteName(json, statement);
            json.WriteString("effect", statement.IsDeny ? "Deny" : "Allow");
            json.WriteString("outcome", statement.Outcome.ToString());
            WriteConditions(json, statement);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteName(Utf8JsonWriter json, StatementExplanation statement)
    {
        json.WriteString("policy", statement.Policy.Arn ?? statement.Policy.Name);
        json.WriteNumber("statement", statement.Index);
        if (statement.Sid is not null)
        {
            json.WriteString("sid", statement.Sid);
        }
    }

    private static void WriteConditions(Utf8JsonWriter json, StatementExplanation statement)
    {
        if (statement.Conditions.Count == 0)
        {
            return;
        }

        json.WriteStartArray("conditions");
        foreach (var condition in statement.Conditions)
        {
            json.WriteStartObject();
            json.WriteString("operator", condition.Operator);
            json.WriteString("key", condition.Key);
            WriteTexts(json, "wanted", condition.Wanted);
            WriteActual(json, condition.Actual);
            json.WriteBoolean("holds", condition.Holds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteActual(Utf8JsonWriter json, in ContextValue actual)
    {
        if (actual.IsList)
        {
            WriteTexts(json, "actual", actual.Values);
        }
        else
        {
            json.WriteString("actual", actual.IsMissing ? null : actual.ToString());
        }
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static string Write(string line, Action<Utf8JsonWriter> content)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            json.WritePropertyName("id");
            WriteId(json, line);
            content(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    // As it was given, whatever it is; null where the line does not say.
    private static void WriteId(Utf8JsonWriter json, string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("id", out var id))
            {
                id.WriteTo(json);
                return;
            }
        }
        catch (JsonException)
        {
            // Not JSON: nothing names it.
        }

        json.WriteNullValue();
    }
}
