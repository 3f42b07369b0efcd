using System.Globalization;
using System.Text.Json;

namespace Claviger.Aws;

/// <summary>How the members of shapes are written in an audit event; what is null is left out.</summary>
internal static class AuditJson
{
    /// <summary>What CloudTrail writes in place of a secret.</summary>
    private const string Hidden = "HIDDEN_DUE_TO_SECURITY_REASONS";

    public static void Secret(Utf8JsonWriter json, ReadOnlySpan<byte> name, object? value)
    {
        if (value is not null)
        {
            json.WriteString(name, Hidden);
        }
    }

    public static void Member(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    public static void Member(Utf8JsonWriter json, ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    public static void Member(Utf8JsonWriter json, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    public static void Member(Utf8JsonWriter json, ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    public static void Member(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<int>? values)
    {
        if (values is not null)
        {
            json.WriteStartArray(name);
            foreach (int value in values)
            {
                json.WriteNumberValue(value);
            }

            json.WriteEndArray();
        }
    }

    public static void Member(Utf8JsonWriter json, ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } truth)
        {
            json.WriteBoolean(name, truth);
        }
    }

    // AWS: CloudTrail writes the times of IAM and STS as Java's default format does, "Nov 24, 2026 6:19:00 AM".
    public static void Member(Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            json.WriteString(name, time.UtcDateTime.ToString("MMM d, yyyy h:mm:ss tt", CultureInfo.InvariantCulture));
        }
    }

    public static void Member(Utf8JsonWriter json, ReadOnlySpan<byte> name, ReadOnlyMemory<byte>? value)
    {
        if (value is { } bytes)
        {
            json.WriteBase64String(name, bytes.Span);
        }
    }

    public static void Member<T>(Utf8JsonWriter json, ReadOnlySpan<byte> name, T? value)
        where T : class, IAuditedShape
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            value.WriteAudit(json);
        }
    }

    public static void Member(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<string>? values)
    {
        if (values is not null)
        {
            json.WriteStartArray(name);
            foreach (string value in values)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }
    }

    public static void Member<T>(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<T>? values)
        where T : class, IAuditedShape
    {
        if (values is not null)
        {
            json.WriteStartArray(name);
            foreach (T value in values)
            {
                value.WriteAudit(json);
            }

            json.WriteEndArray();
        }
    }

    public static void Member(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<IReadOnlyDictionary<string, string>>? values)
    {
        if (values is not null)
        {
            json.WriteStartArray(name);
            foreach (IReadOnlyDictionary<string, string> value in values)
            {
                json.WriteStartObject();
                foreach ((string key, string text) in value)
                {
                    json.WriteString(key, text);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    public static void Member(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyDictionary<string, string>? values)
    {
        if (values is not null)
        {
            json.WriteStartObject(name);
            foreach ((string key, string value) in values)
            {
                json.WriteString(key, value);
            }

            json.WriteEndObject();
        }
    }

    public static void Member(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyDictionary<string, JsonElement>? values)
    {
        if (values is not null)
        {
            json.WriteStartObject(name);
            foreach ((string key, JsonElement value) in values)
            {
                json.WritePropertyName(key);
                value.WriteTo(json);
            }

            json.WriteEndObject();
        }
    }

    public static void Member(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyDictionary<string, int>? values)
    {
        if (values is not null)
        {
            json.WriteStartObject(name);
            foreach ((string key, int value) in values)
            {
                json.WriteNumber(key, value);
            }

            json.WriteEndObject();
        }
    }

    public static void Member<T>(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyDictionary<string, T>? values)
        where T : class, IAuditedShape
    {
        if (values is not null)
        {
            json.WriteStartObject(name);
            foreach ((string key, T value) in values)
            {
                json.WritePropertyName(key);
                value.WriteAudit(json);
            }

            json.WriteEndObject();
        }
    }
}
