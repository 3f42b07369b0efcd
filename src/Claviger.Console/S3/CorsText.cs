using System.Text.Json;
using Claviger.Aws;
using Claviger.Aws.Shapes.S3;

namespace Claviger.Console;

/// <summary>A bucket's CORS rules in the JSON that AWS's console shows them in.</summary>
internal static class CorsText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write(IReadOnlyList<CORSRuleShape> rules) => JsonSerializer.Serialize(rules.Select(static rule => new Rule
    {
        ID = rule.ID, AllowedHeaders = rule.AllowedHeaders, AllowedMethods = rule.AllowedMethods, AllowedOrigins = rule.AllowedOrigins, ExposeHeaders = rule.ExposeHeaders, MaxAgeSeconds = rule.MaxAgeSeconds,
    }), Options);

    /// <exception cref="AwsError">It is not a list of rules.</exception>
    public static IReadOnlyList<CORSRuleShape> Read(string text)
    {
        try
        {
            return
            [
                .. (JsonSerializer.Deserialize<List<Rule>>(text, Options) ?? []).Select(static rule => new CORSRuleShape
                {
                    ID = rule.ID, AllowedHeaders = rule.AllowedHeaders, AllowedMethods = rule.AllowedMethods ?? [], AllowedOrigins = rule.AllowedOrigins ?? [], ExposeHeaders = rule.ExposeHeaders, MaxAgeSeconds = rule.MaxAgeSeconds,
                }),
            ];
        }
        catch (JsonException error)
        {
            throw new AwsError("MalformedJSON", 400, $"The rules are a JSON list of objects with AllowedMethods, AllowedOrigins, AllowedHeaders, ExposeHeaders and MaxAgeSeconds. Line {error.LineNumber + 1}: this can't be read.");
        }
    }

    private sealed record Rule
    {
        public string? ID { get; init; }

        public IReadOnlyList<string>? AllowedHeaders { get; init; }

        public IReadOnlyList<string>? AllowedMethods { get; init; }

        public IReadOnlyList<string>? AllowedOrigins { get; init; }

        public IReadOnlyList<string>? ExposeHeaders { get; init; }

        public int? MaxAgeSeconds { get; init; }
    }
}
