using System.Collections.Immutable;

namespace Claviger.Catalogue;

/// <summary>What one statement says of the actions of one service.</summary>
internal sealed class StatementGrant
{
    private const string Everything = "*";
    private const int MostValues = 3;

    private readonly HashSet<ServiceAction> _actions;
    private readonly bool _isOpen;
    private readonly bool _isNegated;
    private readonly ImmutableArray<(ArnSegments Arn, ResourcePattern Pattern)> _arns;

    public StatementGrant(StatementSyntax statement, HashSet<ServiceAction> actions)
    {
        _actions = actions;
        // What is attached to a resource may name none: it is about its own.
        _isOpen = statement.Resource is null || statement.Resource is { IsNegated: false } resource && resource.Values.Any(static v => v.Text == Everything);
        _isNegated = statement.Resource is { IsNegated: true };
        _arns = _isOpen ? [] :
        [
            .. statement.Resource!.Values.Select(static v => ArnSegments.Parse(v.Text)).OfType<ArnSegments>().Select(static arn => (arn, new ResourcePattern(arn))),
        ];
        Condition = string.Join("; ", statement.Conditions.Select(Describe));
    }

    /// <summary>The statement's conditions as a text; empty if it has none.</summary>
    public string Condition { get; }

    /// <summary>Whether the statement names the action.</summary>
    public bool Has(ServiceAction action) => _actions.Contains(action);

    /// <summary>The resources of the statement that the action works on; none where no request for the action can match.</summary>
    public IEnumerable<ResourceSummary> ResourcesOf(ServiceAction action)
    {
        if (_isOpen)
        {
            return [new ResourceSummary(ResourceSummary.All, ResourceSummary.All, ResourceSummary.All, Condition)];
        }

        if (_isNegated)
        {
            return [new ResourceSummary(ResourceSummary.AllBut, ResourceSummary.All, ResourceSummary.All, Condition)];
        }

        return _arns.Where(arn => action.ResourceTypes.Any(type => arn.Pattern.CanBe(type.ResourceType)))
            .Select(arn => new ResourceSummary(arn.Arn.Resource, arn.Arn.Region, arn.Arn.Account, Condition));
    }

    private static string Describe(ConditionSyntax condition)
    {
        var values = condition.Values.Select(static v => v.Text).ToList();
        var shown = string.Join(", ", values.Take(MostValues)) + (values.Count > MostValues ? ", …" : "");
        return $"{condition.Key.Name} {condition.OperatorMember.Name} {shown}";
    }
}
