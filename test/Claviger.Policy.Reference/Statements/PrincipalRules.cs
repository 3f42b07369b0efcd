namespace Claviger.Policy.Reference;

/// <summary>Principal and NotPrincipal (section 4).</summary>
internal static class PrincipalRules
{
    public static Strength StrengthOf(Element<PrincipalEntry> principals, bool isDeny, StatementQuestion question)
    {
        var caller = question.Request.Caller;

        // 4.2: the strongest of its entries.
        var strongest = principals.Entries.Select(entry => Of(entry, caller)).Append(Strength.None).Max();
        if (!principals.Not)
        {
            return strongest;
        }

        // 4.3, 4.3.2, and 4.3.1: nobody who has a boundary is spared a Deny. AWS counts endpoint policies among the resource-based ones.
        return strongest == Strength.None || (isDeny && question.Bounded) ? OfEveryone(caller) : Strength.None;
    }

    private static Strength Of(PrincipalEntry entry, Caller caller) => entry.Type switch
    {
        "AWS" => entry.Text == "*" ? OfEveryone(caller) : OfAws(entry.Text, caller),
        "Service" => caller.Kind == CallerKind.Service && caller.Text == entry.Text ? Strength.Direct : Strength.None,
        "Federated" => caller.Kind == CallerKind.Provider && caller.Text == entry.Text ? Strength.Direct : Strength.None,
        _ => Strength.None, // CanonicalUser: a case knows no canonical ids
    };

    // 4.2, 4.2.5, 4.2.6. 9.8: a provider's caller is granted by an entry under Federated alone, so that this one is no grant.
    private static Strength OfEveryone(Caller caller) => caller.Kind == CallerKind.Provider ? Strength.ViaAccount : Strength.Direct;

    private static Strength OfAws(string text, Caller caller)
    {
        // 4.2.5, and 4.1: who has no account is no principal of one.
        if (caller.Account is null)
        {
            return Strength.None;
        }

        // An account by its number.
        if (IsAccountId(text))
        {
            return OfAccount(text, caller);
        }

        // 4.2.3
        var parts = text.Split(':', 6);
        if (parts.Length < 6 || parts[0] != "arn" || parts[1] != caller.Partition || !IsAccountId(parts[4]))
        {
            return Strength.None;
        }

        if (text == $"arn:{parts[1]}:iam::{parts[4]}:root")
        {
            return OfAccount(parts[4], caller);
        }

        // The user, the session, the federated user, word for word (4.2.1, 4.2.2); a bare role is bounded like its session.
        if (text == caller.Text)
        {
            return caller.Kind == CallerKind.Role ? Strength.ViaRole : Strength.Direct;
        }

        var name = parts[5].Split('/')[^1];
        if (parts[4] != caller.Account)
        {
            return Strength.None;
        }

        if (caller.Kind == CallerKind.RoleSession && text.StartsWith($"arn:{parts[1]}:iam::{parts[4]}:role/", StringComparison.Ordinal))
        {
            // 4.2.2
            return name.Equals(caller.Name, StringComparison.OrdinalIgnoreCase) ? Strength.ViaRole : Strength.None;
        }

        if (caller.Kind == CallerKind.FederatedUser && text.StartsWith($"arn:{parts[1]}:iam::{parts[4]}:user/", StringComparison.Ordinal))
        {
            return name == caller.Name ? Strength.ViaUser : Strength.None;
        }

        return Strength.None;
    }

    private static Strength OfAccount(string account, Caller caller) =>
        caller.Account != account ? Strength.None : caller.Kind == CallerKind.Root ? Strength.Direct : Strength.ViaAccount;

    private static bool IsAccountId(string text) => text.Length == 12 && text.All(char.IsAsciiDigit);
}
