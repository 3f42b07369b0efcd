using System.Collections.Immutable;

namespace Claviger.Catalogue;

/// <summary>What a policy says of one service.</summary>
public sealed class ServiceSummary
{
    private readonly Lazy<ImmutableArray<ActionSummary>> _actions;

    internal ServiceSummary(Service service, IReadOnlyList<StatementGrant> grants)
    {
        Service = service;
        _actions = new(() =>
        [
            .. service.Actions.Where(action => grants.Any(grant => grant.Has(action)))
                .Select(action => new ActionSummary(action, [.. grants.Where(grant => grant.Has(action)).SelectMany(grant => grant.ResourcesOf(action)).Distinct()])),
        ]);
    }

    /// <summary>The service.</summary>
    public Service Service { get; }

    /// <summary>The actions that are named, by name.</summary>
    public ImmutableArray<ActionSummary> Actions => _actions.Value;

    /// <summary>The service's actions that are not named.</summary>
    public IEnumerable<ServiceAction> Remaining => Service.Actions.Except<ServiceAction>(Actions.Select(static it => it.Action), ReferenceEqualityComparer.Instance);

    /// <summary>The access levels that the service has actions of, and how much of each is named.</summary>
    public ImmutableArray<LevelSummary> Levels =>
    [
        .. Service.Actions.GroupBy(static action => action.AccessLevel).OrderBy(static group => group.Key)
            .Select(group => new LevelSummary(group.Key, Actions.Count(it => !it.IsWithoutEffect && it.Action.AccessLevel == group.Key), group.Count())),
    ];

    /// <summary>The different resources of all its actions.</summary>
    public IEnumerable<ResourceSummary> Resources => Actions.SelectMany(static it => it.Resources).Distinct();
}
