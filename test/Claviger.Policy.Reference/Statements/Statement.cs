using System.Text.Json;

namespace Claviger.Policy.Reference;

/// <summary>A statement as it is written, with whether its document knows policy variables (1.1.10).</summary>
internal sealed record Statement(
    bool IsDeny,
    Element<PrincipalEntry>? Principal,
    Element<string> Action,
    Element<string>? Resource,
    IReadOnlyList<Condition> Conditions,
    bool Variables)
{
    public static Statement Read(JsonElement statement, bool variables)
    {
        var members = Json.Members(statement);
        if (members.Keys.Except(["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"]).Any())
        {
            throw new FormatException("An unknown element."); // 1.1.14
        }

        return new Statement(
            members["Effect"].GetString() switch
            {
                "Allow" => false,
                "Deny" => true,
                _ => throw new FormatException("No such effect."), // 1.1.3
            },
            Read("Principal", PrincipalEntry.Read),
            Read("Action", Json.Strings) ?? throw new FormatException("No action."), // 1.1.4
            Read("Resource", Json.Strings),
            members.TryGetValue("Condition", out var block) ? Condition.Read(block) : [],
            variables);

        Element<T>? Read<T>(string name, Func<JsonElement, IReadOnlyList<T>> entries)
        {
            var plain = members.TryGetValue(name, out var value);
            if (members.TryGetValue("Not" + name, out var inverted))
            {
                // 1.1.4
                return plain ? throw new FormatException("Two that exclude each other.") : new Element<T>(true, entries(inverted));
            }

            return plain ? new Element<T>(false, entries(value)) : null;
        }
    }
}
