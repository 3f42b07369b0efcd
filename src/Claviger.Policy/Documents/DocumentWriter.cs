using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Claviger.Policy;

/// <summary>Writes a parsed policy as compact JSON, in AWS's order of elements, single values without brackets.</summary>
internal static class DocumentWriter
{
    public static string Write(PolicyDocument document)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            WriteIfPresent(writer, "Version", document.Version);
            WriteIfPresent(writer, "Id", document.Id);
            writer.WriteStartArray("Statement");
            foreach (var statement in document.Statements)
            {
                Write(writer, statement);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Write(Utf8JsonWriter writer, Statement statement)
    {
        writer.WriteStartObject();
        WriteIfPresent(writer, "Sid", statement.Sid);
        writer.WriteString("Effect", statement.Effect == StatementEffect.Allow ? "Allow" : "Deny");
        if (statement.Principals is { } principals)
        {
            Write(writer, principals);
        }

        if (statement.Actions is { } actions)
        {
            Write(writer, actions.Negated ? "NotAction" : "Action", Array.ConvertAll(actions.Patterns, p => p.Text));
        }

        if (statement.Resources is { } resources)
        {
            Write(writer, resources.Negated ? "NotResource" : "Resource", Array.ConvertAll(resources.Patterns, p => p.Text));
        }

        if (statement.Conditions.Length > 0)
        {
            Write(writer, statement.Conditions);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, PrincipalElement principals)
    {
        writer.WriteStartObject(principals.Negated ? "NotPrincipal" : "Principal");
        foreach (var type in principals.Patterns.GroupBy(p => p.Type))
        {
            Write(writer, type.Key, [.. type.Select(p => p.Value)]);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Condition[] conditions)
    {
        writer.WriteStartObject("Condition");
        foreach (var byOperator in conditions.GroupBy(c => c.Text.Operator))
        {
            writer.WriteStartObject(byOperator.Key);
            foreach (var condition in byOperator)
            {
                Write(writer, condition.Text.Key, condition.Text.Values);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, string[] values)
    {
        if (values.Length == 1)
        {
            writer.WriteString(name, values[0]);
            return;
        }

        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    private static void WriteIfPresent(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
