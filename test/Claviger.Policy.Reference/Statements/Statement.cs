using System.Text.Json;

namespace Claviger.Policy.Reference;

/// <summary>
/// A statement as it is written. What is not understood is left out of it: it then never allows, and denies wherever the rest applies.
/// </summary>
internal sealed record Statement(
    Effect Effect,
    bool Understood,
    Element<PrincipalEntry>? Principal,
    Element<string>? Action,
    Element<string>? Resource,
    IReadOnlyList<Condition> Conditions,
    bool Variables)
{
    private static readonly string[] s_elements =
        ["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"];

    public bool IsDeny => Effect == Effect.Deny;

    public static Statement Read(JsonElement statement, bool variables, bool documentUnderstood)
    {
        if (statement.ValueKind != JsonValueKind.Object)
        {
            return new Statement(Effect.None, false, null, null, null, [], variables);
        }

        // 1.1.14
        var members = Json.Members(statement);
        var understood = documentUnderstood
            && !members.Keys.Except(s_elements).Any()
            && (!members.TryGetValue("Sid", out var sid) || sid.ValueKind == JsonValueKind.String);

        // 1.1.3. A deny in small letters can only be meant as one.
        var word = members.TryGetValue("Effect", out var given) ? Json.Text(given) : null;
        var effect = word == "Allow" ? Effect.Allow : "deny".Equals(word, StringComparison.OrdinalIgnoreCase) ? Effect.Deny : Effect.None;
        understood &= word is "Allow" or "Deny";

        var principal = Read("Principal", PrincipalEntry.Read);
        var action = Read("Action", Json.Strings);
        var resource = Read("Resource", Json.Strings);
        var conditions = members.TryGetValue("Condition", out var block) ? Condition.Read(block, ref understood) : [];
        return new Statement(effect, understood, principal, action, resource, conditions, variables);

        // 1.1.4: one of the two; else, and where it can't be read, it stands for everything, with the statement not understood.
        Element<T>? Read<T>(string name, Func<JsonElement, IReadOnlyList<T>?> entries)
        {
            var plain = members.TryGetValue(name, out var value);
            var inverted = members.TryGetValue("Not" + name, out var other);
            if (!plain && !inverted)
            {
                return null;
            }

            if (plain != inverted && entries(plain ? value : other) is { } read)
            {
                return new Element<T>(inverted, read);
            }

            understood = false;
            return new Element<T>(true, []);
        }
    }
}
