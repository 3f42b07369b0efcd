using System.Text.Json;
using Claviger.Aws;
using Claviger.Aws.Shapes.S3;

namespace Claviger.S3;

/// <summary>A bucket's CORS rules.</summary>
internal sealed class CorsRules
{
    private const int Most = 100;
    private static readonly string[] KnownMethods = ["GET", "PUT", "HEAD", "POST", "DELETE"];
    private readonly CorsRule[] _rules;

    private CorsRules(CorsRule[] rules) => _rules = rules;

    /// <summary>The rules of a document.</summary>
    /// <exception cref="AwsError">MalformedXML, InvalidRequest.</exception>
    public static CorsRules Of(CORSConfigurationShape document)
    {
        if (document.CORSRules is not { Count: > 0 and <= Most } rules)
        {
            throw S3Error.MalformedXml();
        }

        return new([.. rules.Select(Checked)]);
    }

    public static CorsRules Read(string text) => new(JsonSerializer.Deserialize(text, SettingsJson.Default.CorsRuleArray)!);

    public string Written() => JsonSerializer.Serialize(_rules, SettingsJson.Default.CorsRuleArray);

    /// <summary>The first rule that is for a request; null if none is.</summary>
    public CorsRule? Find(string origin, string method, IReadOnlyCollection<string> headers) =>
        Array.Find(_rules, rule => rule.IsFor(origin, method, headers));

    public IReadOnlyList<CORSRuleShape> Shown() =>
    [
        .. _rules.Select(static rule => new CORSRuleShape
        {
            ID = rule.Id,
            AllowedOrigins = rule.Origins,
            AllowedMethods = rule.Methods,
            AllowedHeaders = rule.Headers.Length == 0 ? null : rule.Headers,
            ExposeHeaders = rule.Exposed.Length == 0 ? null : rule.Exposed,
            MaxAgeSeconds = rule.MaxAge,
        }),
    ];

    private static CorsRule Checked(CORSRuleShape rule)
    {
        if (rule.AllowedMethods is not { Count: > 0 } methods || rule.AllowedOrigins is not { Count: > 0 } origins || rule.ID?.Length > 255)
        {
            throw S3Error.MalformedXml();
        }

        if (methods.FirstOrDefault(static method => !KnownMethods.Contains(method)) is { } unknown)
        {
            throw S3Error.InvalidRequest($"Found unsupported HTTP method in CORS config. Unsupported method is {unknown}");
        }

        DemandOneWildcard("AllowedOrigin", origins);
        DemandOneWildcard("AllowedHeader", rule.AllowedHeaders ?? []);
        if (rule.ExposeHeaders?.FirstOrDefault(static header => header.Contains('*', StringComparison.Ordinal)) is { } wild)
        {
            throw S3Error.InvalidRequest(
                $"ExposeHeader \"{wild}\" contains wildcard. We currently do not support wildcard for ExposeHeader");
        }

        return new CorsRule
        {
            Id = rule.ID,
            Origins = [.. origins],
            Methods = [.. methods],
            Headers = [.. rule.AllowedHeaders ?? []],
            Exposed = [.. rule.ExposeHeaders ?? []],
            MaxAge = rule.MaxAgeSeconds,
        };
    }

    private static void DemandOneWildcard(string element, IEnumerable<string> patterns)
    {
        foreach (var pattern in patterns)
        {
            if (pattern.AsSpan().Count('*') > 1)
            {
                throw S3Error.InvalidRequest($"{element} \"{pattern}\" can not have more than one wildcard.");
            }
        }
    }
}
