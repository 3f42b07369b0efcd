using Claviger.Policy.Reference;

namespace Claviger.Policy.Differential;

/// <summary>A verdict and the kind that a denial names: what engine and reference must agree on.</summary>
internal readonly record struct Answer(Verdict Verdict, PolicyKind? NamedKind)
{
    public static Answer OfEngine(string line) => Of(DecisionCase.Parse(line).Decide());

    // A trust policy is the resource policy of a role.
    public static Answer Of(in Decision decision) =>
        new(decision.Verdict, decision.DecidingKind is PolicyKind.Trust ? PolicyKind.Resource : decision.DecidingKind);

    public static Answer OfReference(string line)
    {
        var decision = ReferenceEvaluator.Decide(line);
        return new Answer(
            decision.Verdict switch
            {
                ReferenceVerdict.Allowed => Verdict.Allowed,
                ReferenceVerdict.ExplicitlyDenied => Verdict.ExplicitlyDenied,
                ReferenceVerdict.ImplicitlyDenied => Verdict.ImplicitlyDenied,
            },
            decision.NamedKind is { } kind ? Of(kind) : null);
    }

    public override string ToString() => NamedKind is null ? Verdict.ToString() : $"{Verdict} {NamedKind}";

    private static PolicyKind Of(ReferenceKind kind) => kind switch
    {
        ReferenceKind.Scp => PolicyKind.ServiceControl,
        ReferenceKind.Rcp => PolicyKind.ResourceControl,
        ReferenceKind.Endpoint => PolicyKind.Endpoint,
        ReferenceKind.Resource => PolicyKind.Resource,
        ReferenceKind.Identity => PolicyKind.Identity,
        ReferenceKind.Boundary => PolicyKind.Boundary,
        ReferenceKind.Session => PolicyKind.Session,
    };
}
