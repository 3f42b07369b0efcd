using System.IO.Compression;
using System.Text.Json;

namespace Claviger.ShapeGen;

/// <summary>A service model in botocore's JSON dialect, where it lies and how it is read.</summary>
internal static class ServiceModelFile
{
    /// <summary>Reads a service's model.</summary>
    /// <param name="folder">A folder of <c>NAME.json</c>, or of <c>NAME/VERSION/service-2.json</c>, which may be gzipped.</param>
    /// <param name="name">The model's name: <c>iam</c>.</param>
    public static ServiceDefinition Read(string folder, string name)
    {
        using Stream stream = Open(folder, name);
        using var document = JsonDocument.Parse(stream);
        JsonElement root = document.RootElement;
        JsonElement metadata = root.GetProperty("metadata");
        using JsonDocument? supplement = Supplement(name);
        IEnumerable<JsonProperty> shapes = Joined(root, supplement, "shapes");
        IEnumerable<JsonProperty> operations = Joined(root, supplement, "operations");
        return new ServiceDefinition(
            name,
            metadata.GetProperty("apiVersion").GetString()!,
            Text(metadata, "signingName") ?? metadata.GetProperty("endpointPrefix").GetString()!,
            metadata.GetProperty("serviceFullName").GetString()!,
            metadata.GetProperty("protocol").GetString()!,
            Text(metadata, "xmlNamespace") ?? ServiceFacts.XmlNamespace(name),
            [.. operations.Select(p => Operation(p.Value)).Where(o => ServiceFacts.IsOffered(name, o)).OrderBy(o => o.Name, StringComparer.Ordinal)],
            shapes.ToDictionary(p => p.Name, p => Shape(p.Name, p.Value), StringComparer.Ordinal))
        {
            TargetPrefix = Text(metadata, "targetPrefix"),
        };
    }

    private static JsonDocument? Supplement(string name)
    {
        using Stream? stream = typeof(ServiceModelFile).Assembly.GetManifestResourceStream($"{name}.json");
        return stream is null ? null : JsonDocument.Parse(stream);
    }

    // What the model itself has comes first.
    private static IEnumerable<JsonProperty> Joined(JsonElement model, JsonDocument? supplement, string part) =>
        model.GetProperty(part).EnumerateObject()
            .Concat(supplement is null ? [] : supplement.RootElement.GetProperty(part).EnumerateObject())
            .DistinctBy(property => property.Name);

    private static Stream Open(string folder, string name)
    {
        if (typeof(ServiceModelFile).Assembly.GetManifestResourceStream($"model.{name}.json") is { } own)
        {
            return own;
        }

        string flat = Path.Combine(folder, $"{name}.json");
        if (File.Exists(flat))
        {
            return File.OpenRead(flat);
        }

        string versions = Path.Combine(folder, name);
        string newest = Directory.Exists(versions)
            ? Directory.EnumerateDirectories(versions).Order(StringComparer.Ordinal).Last()
            : throw new FileNotFoundException($"There is no model of {name} in {folder}.");
        string plain = Path.Combine(newest, "service-2.json");
        return File.Exists(plain) ? File.OpenRead(plain) : new GZipStream(File.OpenRead($"{plain}.gz"), CompressionMode.Decompress);
    }

    private static OperationDefinition Operation(JsonElement json) => new(
        json.GetProperty("name").GetString()!,
        json.TryGetProperty("input", out JsonElement input) ? input.GetProperty("shape").GetString() : null,
        json.TryGetProperty("output", out JsonElement output) ? output.GetProperty("shape").GetString() : null,
        json.TryGetProperty("errors", out JsonElement errors)
            ? [.. errors.EnumerateArray().Select(e => e.GetProperty("shape").GetString()!)]
            : [],
        Text(json, "authtype") == "none")
    {
        Method = Text(json.GetProperty("http"), "method")!,
        RequestUri = Text(json.GetProperty("http"), "requestUri")!,
        Status = Number(json.GetProperty("http"), "responseCode") ?? 200,
        IsDeprecated = IsTrue(json, "deprecated"),
    };

    private static ShapeDefinition Shape(string name, JsonElement json)
    {
        string[] required = json.TryGetProperty("required", out JsonElement names)
            ? [.. names.EnumerateArray().Select(n => n.GetString()!)]
            : [];
        if (IsTrue(json, "eventstream"))
        {
            // A stream of events is a stream of bytes to whoever passes it on; nothing here makes one.
            return new ShapeDefinition(name, "blob");
        }

        string? payload = Text(json, "payload");
        bool hasError = json.TryGetProperty("error", out JsonElement error);
        return new ShapeDefinition(name, ServiceFacts.TypeOf(name) ?? json.GetProperty("type").GetString()!)
        {
            Members = json.TryGetProperty("members", out JsonElement members)
                ? [.. members.EnumerateObject().Select(m => Member(m.Name, m.Value, required.Contains(m.Name)) with { IsPayload = m.Name == payload })]
                : [],
            Element = Reference(json, "member"),
            Key = Reference(json, "key"),
            Value = Reference(json, "value"),
            IsFlattened = IsTrue(json, "flattened"),
            IsException = IsTrue(json, "exception"),
            IsSensitive = IsTrue(json, "sensitive"),
            Min = Number(json, "min"),
            Max = Number(json, "max"),
            Pattern = Text(json, "pattern"),
            TimestampFormat = Text(json, "timestampFormat"),
            Enum = json.TryGetProperty("enum", out JsonElement values) ? [.. values.EnumerateArray().Select(v => v.GetString()!)] : [],
            ErrorCode = hasError ? Text(error, "code") : null,
            HttpStatus = hasError ? Number(error, "httpStatusCode") : null,
            IsSenderFault = !hasError || IsTrue(error, "senderFault"),
        };
    }

    private static MemberDefinition? Reference(JsonElement json, string property) =>
        json.TryGetProperty(property, out JsonElement member) ? Member("", member, false) : null;

    private static MemberDefinition Member(string name, JsonElement json, bool isRequired) => new(
        name,
        json.GetProperty("shape").GetString()!,
        Text(json, "queryName"),
        Text(json, "locationName"),
        isRequired)
    {
        Location = Text(json, "location"),
        IsFlattened = IsTrue(json, "flattened"),
        IsAttribute = IsTrue(json, "xmlAttribute"),
    };

    private static string? Text(JsonElement json, string property) =>
        json.TryGetProperty(property, out JsonElement value) ? value.GetString() : null;

    private static int? Number(JsonElement json, string property) =>
        json.TryGetProperty(property, out JsonElement value) ? value.GetInt32() : null;

    private static bool IsTrue(JsonElement json, string property) =>
        json.TryGetProperty(property, out JsonElement value) && value.ValueKind == JsonValueKind.True;
}
