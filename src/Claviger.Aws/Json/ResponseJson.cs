using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Claviger.Aws;

/// <summary>Writes the JSON of an answer straight into a buffer. What is null is left out.</summary>
public sealed class ResponseJson
{
    // The answer is no part of a page: nothing but what JSON itself wants is escaped, as AWS does.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly Utf8JsonWriter _json;

    private ResponseJson(Utf8JsonWriter json) => _json = json;

    /// <summary>Writes a whole document.</summary>
    public static void WriteDocument(IBufferWriter<byte> output, Action<ResponseJson> members)
    {
        using var json = new Utf8JsonWriter(output, s_options);
        json.WriteStartObject();
        members(new ResponseJson(json));
        json.WriteEndObject();
    }

    /// <summary>A text.</summary>
    public void Member(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(name, value);
        }
    }

    /// <summary>A number.</summary>
    public void Member(ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } number)
        {
            _json.WriteNumber(name, number);
        }
    }

    /// <summary>A truth.</summary>
    public void Member(ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } truth)
        {
            _json.WriteBoolean(name, truth);
        }
    }

    /// <summary>A time, as seconds since 1970.</summary>
    public void Member(ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            _json.WriteNumber(name, time.ToUnixTimeMilliseconds() / 1000m);
        }
    }

    /// <summary>A time in ISO 8601's form.</summary>
    public void IsoMember(ReadOnlySpan<byte> name, DateTimeOffset? value) =>
        Member(name, value?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture));

    /// <summary>A structure.</summary>
    public void Member<T>(ReadOnlySpan<byte> name, T? value)
        where T : class, IJsonShape
    {
        if (value is not null)
        {
            _json.WritePropertyName(name);
            Value(value);
        }
    }

    /// <summary>A list of texts.</summary>
    public void Member(ReadOnlySpan<byte> name, IReadOnlyList<string>? values) => List(name, values, static (json, value) => json._json.WriteStringValue(value));

    /// <summary>A list of structures.</summary>
    public void Member<T>(ReadOnlySpan<byte> name, IReadOnlyList<T>? values)
        where T : class, IJsonShape =>
        List(name, values, static (json, value) => json.Value(value));

    /// <summary>A list of maps of texts.</summary>
    public void Member(ReadOnlySpan<byte> name, IReadOnlyList<IReadOnlyDictionary<string, string>>? values) => List(name, values, static (json, map) =>
    {
        json._json.WriteStartObject();
        foreach ((string key, string value) in map)
        {
            json._json.WriteString(key, value);
        }

        json._json.WriteEndObject();
    });

    /// <summary>A map of texts.</summary>
    public void Member(ReadOnlySpan<byte> name, IReadOnlyDictionary<string, string>? values) =>
        Map(name, values, static (json, value) => json._json.WriteStringValue(value));

    /// <summary>A map of numbers.</summary>
    public void Member(ReadOnlySpan<byte> name, IReadOnlyDictionary<string, int>? values) =>
        Map(name, values, static (json, value) => json._json.WriteNumberValue(value));

    /// <summary>A map of any JSON.</summary>
    public void Member(ReadOnlySpan<byte> name, IReadOnlyDictionary<string, JsonElement>? values) =>
        Map(name, values, static (json, value) => value.WriteTo(json._json));

    /// <summary>A map of structures.</summary>
    public void Member<T>(ReadOnlySpan<byte> name, IReadOnlyDictionary<string, T>? values)
        where T : class, IJsonShape =>
        Map(name, values, static (json, value) => json.Value(value));

    private void Value(IJsonShape shape)
    {
        _json.WriteStartObject();
        shape.Write(this);
        _json.WriteEndObject();
    }

    private void List<T>(ReadOnlySpan<byte> name, IReadOnlyList<T>? values, Action<ResponseJson, T> write)
    {
        if (values is null)
        {
            return;
        }

        _json.WriteStartArray(name);
        foreach (T value in values)
        {
            write(this, value);
        }

        _json.WriteEndArray();
    }

    private void Map<T>(ReadOnlySpan<byte> name, IReadOnlyDictionary<string, T>? values, Action<ResponseJson, T> write)
    {
        if (values is null)
        {
            return;
        }

        _json.WriteStartObject(name);
        foreach ((string key, T value) in values)
        {
            _json.WritePropertyName(key);
            write(this, value);
        }

        _json.WriteEndObject();
    }
}
