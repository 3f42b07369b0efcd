using System.Text.Json;

namespace Claviger.Console;

/// <summary>The text of a policy, on its way between calls and pages.</summary>
internal static class PolicyText
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // AWS: answers hold documents percent-encoded.
    public static string Decode(string? document) => Uri.UnescapeDataString(document ?? "");

    /// <summary>The text with line breaks, where it has none of its own; what the author laid out stays as it is.</summary>
    public static string Lay(string document)
    {
        if (document.Contains('\n', StringComparison.Ordinal))
        {
            return document;
        }

        try
        {
            using var json = JsonDocument.Parse(document);
            return JsonSerializer.Serialize(json.RootElement, Indented);
        }
        catch (JsonException)
        {
            return document;
        }
    }
}
