namespace Claviger.Policy;

/// <summary>What it takes to be allowed where nothing denies explicitly, by kind of caller and relation of accounts (9.1 E2 to E5, 9.3 to 9.8).</summary>
internal static class GrantRules
{
    public static Decision Decide(in AuthorizationRequest request, in ApplicablePolicies policies, in RequestView view)
    {
        var failing = PolicyKinds.None;
        if (!AllowsOnEveryLevel(policies.ServiceControl, view))
        {
            failing |= PolicyKinds.ServiceControl;
        }

        if (!AllowsOnEveryLevel(policies.ResourceControl, view))
        {
            failing |= PolicyKinds.ResourceControl;
        }

        if (policies.Endpoint is not null && policies.Endpoint.FindAllows(view) == GrantStrength.None)
        {
            failing |= PolicyKinds.Endpoint;
        }

        failing |= FailingTerms(request, policies, view);
        return failing == PolicyKinds.None
            ? new(Verdict.Allowed, null, PolicyKinds.None, null)
            : new(Verdict.ImplicitlyDenied, failing.FirstForImplicitDenial(), failing, null);
    }

    /// <summary>The kinds among identity, boundary, session and resource whose Allow is wanting; None if the request is granted.</summary>
    private static PolicyKinds FailingTerms(in AuthorizationRequest request, in ApplicablePolicies policies, in RequestView view)
    {
        var caller = request.Principal;
        var granted = policies.Resource?.FindAllows(view) ?? GrantStrength.None;
        var resourceKind = policies.Resource?.Kind.AsFlag() ?? PolicyKinds.Resource;

        if (caller.Type is PrincipalType.Service or PrincipalType.Anonymous or PrincipalType.Federated)
        {
            // 9.6, 9.7, 9.8: the resource's side alone.
            return (granted & GrantStrength.Direct) != 0 ? PolicyKinds.None : resourceKind;
        }

        var isRoot = caller.Type == PrincipalType.Root;
        var identity = isRoot || policies.Standing == StandingRule.GrantsLikeIdentity || Allows(policies.Identity, view);
        var limits = isRoot ? PolicyKinds.None : FailingLimits(caller, policies, view);
        var sameAccount = caller.Account is { } account && account == request.ResourceAccount;
        var viaEntity = (granted & (GrantStrength.ViaRole | GrantStrength.ViaUser)) != 0;
        var withoutIdentity = identity ? PolicyKinds.None : PolicyKinds.Identity;

        if (!sameAccount)
        {
            // 9.5: both accounts, each by its own policies; being named directly gives no bypass.
            return withoutIdentity | limits | (granted == GrantStrength.None ? resourceKind : PolicyKinds.None);
        }

        if ((granted & GrantStrength.Direct) != 0)
        {
            return PolicyKinds.None;
        }

        if (viaEntity)
        {
            return limits;
        }

        // 9.4: the resource's policy must at least trust the account. 9.3: the identity's suffices.
        return policies.ExplicitTrust && (granted & GrantStrength.ViaAccount) == 0 ? resourceKind : withoutIdentity | limits;
    }

    /// <summary>Boundary and session policies that do not allow. A federated user's session without session policy has no permissions (9.2).</summary>
    private static PolicyKinds FailingLimits(Principal caller, in ApplicablePolicies policies, in RequestView view)
    {
        var failing = PolicyKinds.None;
        if (policies.Boundary is not null && !Allows(policies.Boundary, view))
        {
            failing |= PolicyKinds.Boundary;
        }

        var session = policies.Session is null
            ? caller.Type != PrincipalType.FederatedUser || !UncertainChoices.FederatedUserNeedsSessionPolicy
            : Allows(policies.Session, view);
        return session ? failing : failing | PolicyKinds.Session;
    }

    private static bool Allows(PolicySet? set, in RequestView view) => set is not null && set.FindAllows(view) != GrantStrength.None;

    private static bool AllowsOnEveryLevel(IReadOnlyList<PolicySet>? levels, in RequestView view)
    {
        for (var i = 0; i < levels?.Count; i++)
        {
            if (!Allows(levels[i], view))
            {
                return false;
            }
        }

        return true;
    }
}
