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

    public static IReadOnlyList<string> Strings(JsonElement element) =>
        [.. Items(element).Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : throw new FormatException("A string is expected."))];

    // 1.1.11: numbers and booleans are read as they are spelled.
    public static IReadOnlyList<string> Values(JsonElement element) =>
        [.. Items(element).Select(item => item.ValueKind switch
        {
            JsonValueKind.String => item.GetString()!,
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => item.GetRawText(),
            _ => throw new FormatException("A string, number or boolean is expected."),
        })];
}
