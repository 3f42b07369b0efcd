using System.Text.Json;

namespace Claviger.Policy.Reference;

/// <summary>How JSON is read in policies.</summary>
internal static class Json
{
    // 1.1.12: of two equal names the last counts.
    public static Dictionary<string, JsonElement> Members(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("An object is expected.");
        }

        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            members[property.Name] = property.Value;
        }

        return members;
    }

    // 1.1.1: one value is an array of one.
    public static IReadOnlyList<JsonElement> Items(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray()] : [element];

    // Null for anything but a string.
    public static string? Text(JsonElement element) => element.ValueKind == JsonValueKind.String ? element.GetString() : null;

    // Null if one is no string.
    public static IReadOnlyList<string>? Strings(JsonElement element) => All(element, Text);

    // 1.1.11: numbers and booleans are read as they are spelled. Null if one is none of these.
    public static IReadOnlyList<string>? Values(JsonElement element) => All(element, item => item.ValueKind switch
    {
        JsonValueKind.String => item.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => item.GetRawText(),
        _ => null,
    });

    private static List<string>? All(JsonElement element, Func<JsonElement, string?> read)
    {
        var texts = Items(element).Select(read).ToList();
        return texts.Contains(null) ? null : [.. texts.OfType<string>()];
    }
}
