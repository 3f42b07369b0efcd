using System.Text.Json;

namespace Claviger.Policy.Reference;

/// <summary>One principal of a list (1.1), with the word that it stands under.</summary>
internal sealed record PrincipalEntry(string Type, string Text)
{
    public static IReadOnlyList<PrincipalEntry> Read(JsonElement principals)
    {
        if (principals.ValueKind == JsonValueKind.String)
        {
            // 4.2: "*" is {"AWS": "*"}; no other text stands alone.
            return principals.GetString() == "*" ? [new PrincipalEntry("AWS", "*")] : throw new FormatException("No principal.");
        }

        return
        [
            .. Json.Members(principals).SelectMany(type => Json.Strings(type.Value).Select(text =>
                type.Key is "AWS" or "Service" or "Federated" or "CanonicalUser"
                    ? new PrincipalEntry(type.Key, text)
                    : throw new FormatException("No such kind of principal."))),
        ];
    }
}
