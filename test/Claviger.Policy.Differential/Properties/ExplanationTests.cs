using CsCheck;

namespace Claviger.Policy.Differential;

/// <summary>An explanation tells of the decision that was taken, and its statements bear it out.</summary>
public sealed class ExplanationTests
{
    [Fact]
    public void Every_explanation_agrees_with_its_decision() =>
        CaseGen.Case.Sample(
            line =>
            {
                var engine = DecisionCase.Parse(line);
                var decision = engine.Decide();
                var explanation = engine.Explain();
                return Answer.Of(explanation.Decision) == Answer.Of(decision)
                    && explanation.Decision.DenyingKinds == decision.DenyingKinds
                    && explanation.Kinds.All(IsBorneOut)
                    && (line.Contains("\"action\":\"sts:GetCallerIdentity\"", StringComparison.Ordinal) || Tells(explanation, decision));
            },
            iter: 10_000,
            threads: 1);

    // The verdict of each kind follows from the statements that it shows.
    private static bool IsBorneOut(KindExplanation kind) =>
        kind.Verdict == (kind.Statements.Any(s => s.Applies && s.IsDeny) ? Verdict.ExplicitlyDenied
            : kind.Statements.Any(s => s.Applies) ? Verdict.Allowed
            : Verdict.ImplicitlyDenied)
        && kind.Statements.All(s => s.Outcome switch
        {
            StatementOutcome.Applies => s.Conditions.All(c => c.Holds),
            StatementOutcome.ConditionFails => s.Conditions.Any(c => !c.Holds),
            StatementOutcome.ActionDiffers or StatementOutcome.ResourceDiffers or StatementOutcome.PrincipalDiffers or StatementOutcome.CannotApply =>
                s.Conditions.Count == 0,
        });

    private static bool Tells(Explanation explanation, Decision decision) => decision.Verdict switch
    {
        Verdict.Allowed => explanation.Kinds.All(kind => kind.Verdict != Verdict.ExplicitlyDenied),
        Verdict.ExplicitlyDenied =>
            explanation.Kinds.Where(kind => kind.Verdict == Verdict.ExplicitlyDenied).Aggregate(PolicyKinds.None, (all, kind) => all | Set(kind.Kind)) == decision.DenyingKinds
            && decision.DenyingKinds.HasFlag(Set(decision.DecidingKind!.Value))
            && explanation.Kinds.Any(kind => kind.Statements.Any(s => s.Applies && s.IsDeny && kind.Kind == decision.DecidingKind && s.Policy == decision.DenyingPolicy)),
        Verdict.ImplicitlyDenied => explanation.Kinds.All(kind => kind.Verdict != Verdict.ExplicitlyDenied)
            && (decision.DecidingKind is { } kind ? decision.DenyingKinds.HasFlag(Set(kind)) : decision.DenyingKinds == PolicyKinds.None),
    };

    private static PolicyKinds Set(PolicyKind kind) => (PolicyKinds)(1 << (int)kind);
}
