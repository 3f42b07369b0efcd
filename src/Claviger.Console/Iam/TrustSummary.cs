using System.Text.Json;

namespace Claviger.Console;

/// <summary>Whom a role trusts, in a few words.</summary>
internal static class TrustSummary
{
    /// <summary>The principals that a trust policy names, as lists show them.</summary>
    public static string Of(string document)
    {
        try
        {
            using var json = JsonDocument.Parse(document);
            var statements = json.RootElement.GetProperty("Statement");
            var principals = (statements.ValueKind == JsonValueKind.Array ? statements.EnumerateArray().ToArray() : [statements])
                .Where(static statement => statement.TryGetProperty("Principal", out _))
                .SelectMany(static statement => PrincipalsOf(statement.GetProperty("Principal")))
                .Distinct()
                .ToList();
            return principals.Count == 0 ? "–" : string.Join(", ", principals);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return "–";
        }
    }

    private static IEnumerable<string> PrincipalsOf(JsonElement principal) => principal.ValueKind == JsonValueKind.Object
        ? principal.EnumerateObject().SelectMany(static kind => Texts(kind.Value).Select(text => Say(kind.Name, text)))
        : Texts(principal).Select(static text => text == "*" ? "Anybody" : text);

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? value.EnumerateArray().Select(static item => item.GetString() ?? "")
        : [value.GetString() ?? ""];

    private static string Say(string kind, string text) => kind switch
    {
        "Service" => $"AWS service: {text.Replace(".amazonaws.com", "", StringComparison.Ordinal)}",
        "AWS" when text.EndsWith(":root", StringComparison.Ordinal) && text.Split(':') is { Length: 6 } parts => $"Account: {parts[4]}",
        "AWS" => text == "*" ? "Anybody" : text,
        _ => $"Provider: {text}",
    };
}
