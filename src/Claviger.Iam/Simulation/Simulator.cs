using System.Globalization;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Policy;

namespace Claviger.Iam;

/// <summary>Runs the engine that decides real calls over policies and calls that are only imagined, and shows its explanation.</summary>
/// <param name="asked">What is asked.</param>
/// <param name="caller">Who is imagined to call.</param>
/// <param name="account">The caller's account.</param>
/// <param name="context">The imagined request's condition keys.</param>
internal sealed class Simulator(SimulatedCall asked, Principal caller, AccountId account, RequestContext context)
{
    private readonly Dictionary<PolicySource, StatementTexts> _texts = [];

    /// <summary>The caller's policies.</summary>
    public required IReadOnlyList<PolicySource> Identity { get; init; }

    /// <summary>The caller's permissions boundary; null if it has none.</summary>
    public IReadOnlyList<PolicySource>? Boundary { get; init; }

    /// <summary>Service control policies, a list a level; null if there are none.</summary>
    public IReadOnlyList<IReadOnlyList<PolicySource>>? Organization { get; init; }

    /// <summary>The policies that a request gives as texts, under the names that the simulator gives them.</summary>
    public static IReadOnlyList<PolicySource> Named(string list, IReadOnlyList<string>? policies) =>
        [.. (policies ?? []).Select((text, index) => new PolicySource($"{list}.{index + 1}", null, PolicyDocument.Load(text)))];

    /// <summary>The results of a page: every action on every resource, in the order of the request.</summary>
    public IReadOnlyList<EvaluationResultShape> Run(CallContext call, out string? marker)
    {
        var policies = new ApplicablePolicies
        {
            Identity = PolicySet.Compile(PolicyKind.Identity, Identity),
            Boundary = Boundary is null ? null : PolicySet.Compile(PolicyKind.Boundary, Boundary),
            Resource = asked.ResourcePolicy is { } text
                ? PolicySet.Compile(PolicyKind.Resource, [new PolicySource("ResourcePolicy", null, PolicyDocument.Load(text))])
                : null,
            ServiceControl = Organization?.Select(static level => PolicySet.Compile(PolicyKind.ServiceControl, level)).ToArray(),
        };
        var page = Page.Of(call, asked.Marker, asked.MaxItems);
        var all = asked.ActionNames
            .SelectMany(action => asked.Resources.Select(resource => (Action: action, Resource: resource)))
            .Select(static (it, index) => (it.Action, it.Resource, Key: index.ToString("D8", CultureInfo.InvariantCulture)));
        return [.. page.CutWhole(all, static it => it.Key, out marker).Select(it => Evaluate(it.Action, it.Resource, policies))];
    }

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Allowed => "allowed",
        Verdict.ExplicitlyDenied => "explicitDeny",
        Verdict.ImplicitlyDenied => "implicitDeny",
    };

    // AWS: the words of its answers, which its model does not list.
    private static string TypeOf(PolicyKind kind) => kind switch
    {
        PolicyKind.Boundary => "IAM Permissions Boundary Policy",
        PolicyKind.Resource or PolicyKind.Trust => "Resource Policy",
        PolicyKind.ServiceControl or PolicyKind.ResourceControl => "Organizations Policy",
        PolicyKind.Identity or PolicyKind.Session or PolicyKind.Endpoint => "IAM Policy",
    };

    private EvaluationResultShape Evaluate(string action, string resource, in ApplicablePolicies policies)
    {
        var owner = asked.OwnerOf(resource, account);
        var explanation = Evaluator.Explain(new AuthorizationRequest(caller, action, resource, owner, context), policies);
        var decision = Word(explanation.Decision.Verdict);
        var matched = Matched(explanation);
        var missing = Missing(explanation);
        var boundary = explanation.Kinds.FirstOrDefault(static kind => kind.Kind == PolicyKind.Boundary) is { } bounding
            ? new PermissionsBoundaryDecisionDetailShape { AllowedByPermissionsBoundary = bounding.Verdict == Verdict.Allowed }
            : null;
        var details = owner == account ? null : DetailsOf(explanation);
        return new EvaluationResultShape
        {
            EvalActionName = action,
            EvalResourceName = resource,
            EvalDecision = decision,
            MatchedStatements = matched,
            MissingContextValues = missing,
            PermissionsBoundaryDecisionDetail = boundary,
            EvalDecisionDetails = details,
            OrganizationsDecisionDetail = Organization is null ? null : new OrganizationsDecisionDetailShape
            {
                AllowedByOrganizations = explanation.Kinds.All(static kind => kind.Kind != PolicyKind.ServiceControl || kind.Verdict == Verdict.Allowed),
            },
            ResourceSpecificResults =
            [
                new ResourceSpecificResultShape
                {
                    EvalResourceName = resource,
                    EvalResourceDecision = decision,
                    MatchedStatements = matched,
                    MissingContextValues = missing,
                    EvalDecisionDetails = details,
                    PermissionsBoundaryDecisionDetail = boundary,
                },
            ],
        };
    }

    private StatementShape[] Matched(Explanation explanation)
    {
        var denied = explanation.Decision.Verdict == Verdict.ExplicitlyDenied;
        return
        [
            .. from kind in explanation.Kinds
               from statement in kind.Statements
               where statement.Applies && statement.IsDeny == denied
               let texts = TextsOf(statement.Policy)
               where statement.Index < texts.Count
               select new StatementShape
               {
                   SourcePolicyId = statement.Policy.Name,
                   SourcePolicyType = TypeOf(kind.Kind),
                   StartPosition = texts.Start(statement.Index),
                   EndPosition = texts.End(statement.Index),
               },
        ];
    }

    // The keys that statements about the action ask for and the imagined request has not.
    private string[] Missing(Explanation explanation) =>
    [
        .. (from kind in explanation.Kinds
            from statement in kind.Statements
            where statement.Outcome is not (StatementOutcome.ActionDiffers or StatementOutcome.CannotApply)
            let texts = TextsOf(statement.Policy)
            where statement.Index < texts.Count
            from key in texts.Keys(statement.Index)
            where context.Get(ContextKey.Of(key)).IsMissing
            select key).Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    private static Dictionary<string, string> DetailsOf(Explanation explanation) => explanation.Kinds
        .Where(static kind => kind.Kind is PolicyKind.Identity or PolicyKind.Resource)
        .ToDictionary(static kind => TypeOf(kind.Kind), static kind => Word(kind.Verdict), StringComparer.Ordinal);

    private StatementTexts TextsOf(PolicySource policy) =>
        _texts.TryGetValue(policy, out var texts) ? texts : _texts[policy] = StatementTexts.Of(policy.Document.Text);
}
