using System.Text.Json;

namespace Claviger.Policy.Reference;

/// <summary>One principal of a list (1.1), with the word that it stands under.</summary>
internal sealed record PrincipalEntry(string Type, string Text)
{
    // Null where it can't be read. 4.2: "*" is {"AWS": "*"}; no other text stands alone.
    public static IReadOnlyList<PrincipalEntry>? Read(JsonElement principals)
    {
        if (Json.Text(principals) == "*")
        {
            return [new PrincipalEntry("AWS", "*")];
        }

        if (principals.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var entries = new List<PrincipalEntry>();
        foreach (var (type, list) in Json.Members(principals))
        {
            if (type is not ("AWS" or "Service" or "Federated" or "CanonicalUser") || Json.Strings(list) is not { } texts)
            {
                return null;
            }

            entries.AddRange(texts.Select(text => new PrincipalEntry(type, text)));
        }

        return entries;
    }
}
