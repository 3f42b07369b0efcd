namespace Claviger.Policy;

/// <summary>Action and NotAction: one of them with something in it, each entry an asterisk or a vendor and a name.</summary>
internal static class ActionCheck
{
    public static PolicyFault? FindMissing(PolicyTree policy) => policy.FirstInStatements(statement =>
        statement.Values("Action").Concat(statement.Values("NotAction")).Any() ? null : statement.Fault(ValidationText.NoActions, "Action"));

    public static PolicyFault? FindMalformed(PolicyTree policy) => policy.FirstInStatements(statement =>
        statement.Values("Action").Concat(statement.Values("NotAction")).Select(Find).FirstOrDefault(fault => fault is not null));

    private static PolicyFault? Find(TextNode action)
    {
        var text = action.Text;
        if (text == "*")
        {
            return null;
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return action.Fault(ValidationText.NoVendor);
        }

        if (text.IndexOf(':', colon + 1) >= 0)
        {
            return action.Fault(ValidationText.TwoColons);
        }

        var vendor = text[..colon];
        return vendor.Length == 0 || vendor.AsSpan().ContainsAnyExcept(AsciiSets.Vendor) ? action.Fault(ValidationText.Vendor(vendor)) : null;
    }
}
