namespace Claviger.Policy;

/// <summary>The first step of a decision: a Deny that applies, in any kind, ends it (9.1 E1).</summary>
internal static class ExplicitDenial
{
    /// <summary>An explicit denial, or the default. The kind named is the first in the order of 12.4.</summary>
    public static Decision Find(in ApplicablePolicies policies, in RequestView request)
    {
        PolicyKind? named = null;
        PolicySource? source = null;
        var kinds = PolicyKinds.None;

        Look(policies.ServiceControl, request, ref named, ref kinds, ref source);
        Look(policies.ResourceControl, request, ref named, ref kinds, ref source);
        Look(policies.Endpoint, request, ref named, ref kinds, ref source);
        Look(policies.Resource, request, ref named, ref kinds, ref source);
        Look(policies.Identity, request, ref named, ref kinds, ref source);
        Look(policies.Boundary, request, ref named, ref kinds, ref source);
        Look(policies.Session, request, ref named, ref kinds, ref source);
        return named is null ? default : new(Verdict.ExplicitlyDenied, named, kinds, source);
    }

    private static void Look(
        IReadOnlyList<PolicySet>? levels, in RequestView request, ref PolicyKind? named, ref PolicyKinds kinds, ref PolicySource? source)
    {
        for (var i = 0; i < levels?.Count; i++)
        {
            Look(levels[i], request, ref named, ref kinds, ref source);
        }
    }

    private static void Look(PolicySet? set, in RequestView request, ref PolicyKind? named, ref PolicyKinds kinds, ref PolicySource? source)
    {
        if (set?.FindDeny(request) is { } denying)
        {
            kinds |= set.Kind.AsFlag();
            source = named is null ? denying : source;
            named ??= set.Kind;
        }
    }
}
