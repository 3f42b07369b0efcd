namespace Claviger.Policy.Reference;

/// <summary>The grant rules 9.3 to 9.8.</summary>
internal static class GrantRules
{
    // Answers the kind whose silence denies (12.4), or nothing where the request is granted.
    public static ReferenceKind? SilentKind(CaseRequest request, IReadOnlySet<Strength> granted, bool identity, bool boundary, bool session)
    {
        // 9.6, 9.7, 9.8
        if (request.Caller.HasNoIdentitySide)
        {
            return granted.Contains(Strength.Direct) ? null : ReferenceKind.Resource;
        }

        // 9.5
        if (!request.SameAccount)
        {
            return FirstSilent(identity, boundary, session) ?? (granted.Count > 0 ? null : ReferenceKind.Resource);
        }

        // 9.3 and 9.4 begin alike.
        if (granted.Contains(Strength.Direct))
        {
            return null;
        }

        if (granted.Contains(Strength.ViaRole) || granted.Contains(Strength.ViaUser))
        {
            return FirstSilent(true, boundary, session);
        }

        // 9.4: an identity policy counts only where the resource's policy trusts the account.
        if (request.ExplicitTrust && !granted.Contains(Strength.ViaAccount))
        {
            return ReferenceKind.Resource;
        }

        return FirstSilent(identity, boundary, session);
    }

    // 12.4: identity, boundary, session.
    private static ReferenceKind? FirstSilent(bool identity, bool boundary, bool session) =>
        !identity ? ReferenceKind.Identity : !boundary ? ReferenceKind.Boundary : !session ? ReferenceKind.Session : null;
}
