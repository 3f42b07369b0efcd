using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Claviger.Policy;

/// <summary>Decides cases line by line: one JSON object in, one out. A line that is no case comes out as an error and stops nothing.</summary>
public static class CaseEvaluator
{
    /// <summary>
    /// Decides one case.
    /// </summary>
    /// <returns>
    /// <c>{"id", "verdict", "decidingKind", "denyingKinds", "denyingPolicy"}</c>, with <c>"expected"</c> and <c>"asExpected"</c> where the case
    /// says what it expects; or <c>{"id", "error"}</c>, the id null where it can't be read.
    /// </returns>
    public static string Evaluate(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        try
        {
            var given = DecisionCase.Parse(line);
            var decision = given.Decide();
            return Write(writer => WriteDecision(writer, given, decision));
        }
        catch (FormatException e)
        {
            return Write(writer =>
            {
                writer.WriteString("id", IdOf(line));
                writer.WriteString("error", e.Message);
            });
        }
    }

    private static void WriteDecision(Utf8JsonWriter writer, DecisionCase given, in Decision decision)
    {
        writer.WriteString("id", given.Id);
        writer.WriteString("verdict", decision.Verdict.ToString());
        writer.WriteString("decidingKind", decision.DecidingKind?.ToString());
        writer.WriteStartArray("denyingKinds");
        foreach (var kind in Enum.GetValues<PolicyKind>())
        {
            if ((decision.DenyingKinds & kind.AsFlag()) != 0)
            {
                writer.WriteStringValue(kind.ToString());
            }
        }

        writer.WriteEndArray();
        writer.WriteString("denyingPolicy", decision.DenyingPolicy?.Name);
        if (given.Expected is { } expected)
        {
            writer.WriteString("expected", expected.ToString());
            writer.WriteBoolean("asExpected", given.IsAsExpected(decision));
        }
    }

    private static string? IdOf(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return new CaseObject(document.RootElement, "").OptionalText("id");
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return null;
        }
    }

    private static string Write(Action<Utf8JsonWriter> content)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            content(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
