using Claviger.Aws;
using Claviger.Aws.Shapes.S3;

namespace Claviger.S3;

/// <summary>CORS rules on their way into a bucket.</summary>
internal static class CorsDocument
{
    private const int Most = 100;
    private const int LongestId = 255;
    private static readonly string[] KnownMethods = ["GET", "PUT", "HEAD", "POST", "DELETE"];

    /// <summary>The rules, once they are known to be such.</summary>
    /// <exception cref="AwsError">MalformedXML, InvalidRequest.</exception>
    public static IReadOnlyList<CORSRuleShape> Checked(CORSConfigurationShape document)
    {
        if (document.CORSRules is not { Count: > 0 and <= Most } rules)
        {
            throw S3Error.MalformedXml();
        }

        foreach (var rule in rules)
        {
            Check(rule);
        }

        return rules;
    }

    private static void Check(CORSRuleShape rule)
    {
        if (rule.AllowedMethods is not { Count: > 0 } methods || rule.AllowedOrigins is not { Count: > 0 } origins || rule.ID?.Length > LongestId)
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
