using System.Buffers;
using System.Text;
using System.Text.Json;
using Claviger.Aws.Shapes.S3;

namespace Claviger.Pipeline;

/// <summary>A bucket's CORS rules as its record keeps them: a JSON array, a rule an object under AWS's names.</summary>
public static class CorsRules
{
    /// <summary>The text that a record keeps.</summary>
    public static string Write(IReadOnlyList<CORSRuleShape> rules)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var rule in rules)
            {
                json.WriteStartObject();
                WriteText(json, "ID", rule.ID);
                WriteList(json, "AllowedHeaders", rule.AllowedHeaders);
                WriteList(json, "AllowedMethods", rule.AllowedMethods);
                WriteList(json, "AllowedOrigins", rule.AllowedOrigins);
                WriteList(json, "ExposeHeaders", rule.ExposeHeaders);
                if (rule.MaxAgeSeconds is { } seconds)
                {
                    json.WriteNumber("MaxAgeSeconds", seconds);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The rules in a text that <see cref="Write"/> has made.</summary>
    public static IReadOnlyList<CORSRuleShape> Read(string text)
    {
        using var json = JsonDocument.Parse(text);
        return [.. json.RootElement.EnumerateArray().Select(static rule => new CORSRuleShape
        {
            ID = rule.TryGetProperty("ID", out var id) ? id.GetString() : null,
            AllowedHeaders = ReadList(rule, "AllowedHeaders"),
            AllowedMethods = ReadList(rule, "AllowedMethods") ?? [],
            AllowedOrigins = ReadList(rule, "AllowedOrigins") ?? [],
            ExposeHeaders = ReadList(rule, "ExposeHeaders"),
            MaxAgeSeconds = rule.TryGetProperty("MaxAgeSeconds", out var seconds) ? seconds.GetInt32() : null,
        })];
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string>? values)
    {
        if (values is not null)
        {
            json.WriteStartArray(name);
            foreach (var value in values)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }
    }

    private static string[]? ReadList(JsonElement rule, string name) =>
        rule.TryGetProperty(name, out var values) ? [.. values.EnumerateArray().Select(static value => value.GetString()!)] : null;
}
