namespace Claviger.Policy;

/// <summary>Why a decision came out as it did.</summary>
/// <param name="Decision">The decision explained.</param>
/// <param name="Kinds">What each applicable kind of policy said; one entry a level for service control and resource control policies.</param>
public sealed record Explanation(Decision Decision, IReadOnlyList<KindExplanation> Kinds)
{
    /// <summary>
    /// The statement that decided: of an explicit denial the Deny of the kind that is named, of an allowed request the first Allow of an
    /// identity or resource policy. Null where no statement did.
    /// </summary>
    public StatementExplanation? DecidingStatement => Decision.Verdict switch
    {
        Verdict.ExplicitlyDenied => Kinds
            .Where(kind => kind.Kind == Decision.DecidingKind)
            .SelectMany(kind => kind.Statements)
            .FirstOrDefault(s => s.Applies && s.IsDeny && ReferenceEquals(s.Policy, Decision.DenyingPolicy)),
        Verdict.Allowed => Kinds
            .Where(kind => kind.Kind is PolicyKind.Identity or PolicyKind.Resource or PolicyKind.Trust)
            .SelectMany(kind => kind.Statements)
            .FirstOrDefault(s => s.Applies && !s.IsDeny),
        Verdict.ImplicitlyDenied => null,
    };
}
