using System.Text.Json;
using Claviger.Policy;

namespace Claviger.Pipeline;

/// <summary>A denial as it is held until it is written: the engine's explanation, and the few facts that would be gone later.</summary>
internal sealed class CapturedDenial
{
    // Whoever has statements by the hundred is shown those that matter, and no more than anybody reads.
    private const int MostStatements = 100;

    private readonly Explanation _explanation;
    private readonly Dictionary<string, JsonElement> _requestContext;
    private readonly Dictionary<string, JsonElement> _context;
    private readonly IReadOnlyList<DenialRemedy> _remedies;
    private readonly string _action;
    private readonly string _resource;
    private readonly Lazy<DeniedCall> _explained;

    public CapturedDenial(string id, CallContext call, CallKeys keys, Target target, Explanation explanation, DenialSources sources)
    {
        Id = id;
        Call = (call.Caller, call.RequestId, call.Time);
        Sources = sources;
        _explanation = explanation;
        _action = target.Action;
        _resource = target.IsWildcardOnly ? "*" : target.Resource;
        var decision = explanation.Decision;
        _remedies = Remedies.Of(in decision, call.Caller, target);
        _requestContext = DenialContext.OfRequest(keys, call.Caller);
        _context = DenialContext.OfEvaluation(keys, target, Told(), _requestContext);
        _explained = new(Explain);
    }

    /// <summary>The authorization id.</summary>
    public string Id { get; }

    /// <summary>Who called, by which request, when.</summary>
    public (Caller Caller, string RequestId, DateTimeOffset Time) Call { get; }

    /// <summary>The policies that took part.</summary>
    public DenialSources Sources { get; }

    /// <summary>Why the call was denied; made when it is first asked for.</summary>
    public DeniedCall Explained => _explained.Value;

    private IEnumerable<StatementExplanation> Told() => _explanation.Kinds
        .Where(kind => Sources.Tells(kind.Kind))
        .SelectMany(static kind => kind.Statements)
        .Where(static statement => statement.Outcome != StatementOutcome.ActionDiffers);

    private DeniedCall Explain()
    {
        var decision = _explanation.Decision;
        var told = Told().OrderByDescending(static statement => Weight(statement)).Take(MostStatements).ToList();
        return new DeniedCall
        {
            CallerArn = Call.Caller.Arn,
            RequestId = Call.RequestId,
            Time = Call.Time,
            RequestContext = _requestContext,
            Action = _action,
            Resource = _resource,
            Context = _context,
            Verdict = decision.Verdict,
            DecidingKind = decision.DecidingKind,
            DenyingKinds = [.. Remedies.KindsOf(decision.DenyingKinds)],
            Policies = Sources.Policies,
            Statements = [.. told.Select(Statement)],
            DecidingStatement = DecidingOf(told),
            Remedies = _remedies,
        };
    }

    // What applies comes first, then what a condition stopped: the nearer to the decision, the earlier.
    private static int Weight(StatementExplanation statement) => (statement.Outcome, statement.IsDeny) switch
    {
        (StatementOutcome.Applies, true) => 6,
        (StatementOutcome.ConditionFails, false) => 5,
        (StatementOutcome.Applies, false) => 4,
        (StatementOutcome.ResourceDiffers or StatementOutcome.PrincipalDiffers, false) => 3,
        (StatementOutcome.ConditionFails, true) => 2,
        (StatementOutcome.ResourceDiffers or StatementOutcome.PrincipalDiffers, true) => 1,
        (StatementOutcome.CannotApply or StatementOutcome.ActionDiffers, _) => 0,
    };

    private int? DecidingOf(List<StatementExplanation> told)
    {
        var decision = _explanation.Decision;
        var place = decision.Verdict == Verdict.ExplicitlyDenied
            ? told.FindIndex(statement => statement is { Applies: true, IsDeny: true } && ReferenceEquals(statement.Policy, decision.DenyingPolicy))
            : told.FindIndex(statement =>
                statement is { Outcome: StatementOutcome.ConditionFails, IsDeny: false } && Sources.KindOf(statement.Policy) == decision.DecidingKind);
        return place < 0 ? null : place;
    }

    private DenialStatement Statement(StatementExplanation statement) => new(
        Sources.IndexOf(statement.Policy),
        statement.Index,
        statement.Sid,
        statement.IsDeny,
        statement.Outcome,
        [.. statement.Conditions.Select(static it => new DenialCondition(it.Operator, it.Key, it.Wanted, DenialContext.Texts(it.Actual), it.Holds))]);
}
