namespace Claviger.Policy;

/// <summary>A statement as part of policies of one kind: what that kind requires and forbids has been settled.</summary>
internal sealed class SetStatement
{
    private SetStatement(PolicyKind kind, PolicySource source, Statement statement, ActionElement actions)
    {
        Kind = kind;
        Source = source;
        Statement = statement;
        Actions = actions;
        Resources = statement.Resources;
        Principals = NamesPrincipals(kind) ? statement.Principals ?? PrincipalElement.Everybody : null;
    }

    public PolicyKind Kind { get; }

    public PolicySource Source { get; }

    public Statement Statement { get; }

    public ActionElement Actions { get; }

    /// <summary>Null where a missing element means any resource.</summary>
    public ResourceElement? Resources { get; }

    /// <summary>Null in kinds without principals.</summary>
    public PrincipalElement? Principals { get; }

    /// <summary>The statement in policies of that kind; null if it can never apply there.</summary>
    public static SetStatement? From(PolicyKind kind, PolicySource source, Statement statement) =>
        statement.Actions is { } actions && (statement.Effect switch
        {
            StatementEffect.Allow => CanAllow(kind, statement),
            StatementEffect.Deny => CanDeny(kind, statement),
            StatementEffect.None => false,
        })
            ? new(kind, source, statement, actions)
            : null;

    /// <summary>How directly the statement applies to the request's caller, its action part having matched; None if it does not apply.</summary>
    public GrantStrength Match(in RequestView request)
    {
        var strength = CoversResource(request) ? NamedBy(request) : GrantStrength.None;
        if (strength == GrantStrength.None)
        {
            return strength;
        }

        foreach (var condition in Statement.Conditions)
        {
            if (!condition.Holds(request.Context))
            {
                return GrantStrength.None;
            }
        }

        return strength;
    }

    /// <summary>Whether the resource part matches.</summary>
    public bool CoversResource(in RequestView request) => Resources is null || Resources.IsMatch(request, Kind);

    /// <summary>How directly the principal part names the caller.</summary>
    public GrantStrength NamedBy(in RequestView request) =>
        Principals is null ? GrantStrength.Direct : Principals.Match(request, Statement.Effect == StatementEffect.Deny);

    private static bool NamesPrincipals(PolicyKind kind) =>
        kind is PolicyKind.Resource or PolicyKind.Trust or PolicyKind.ResourceControl or PolicyKind.Endpoint;

    private static bool RequiresResource(PolicyKind kind) => kind is not (PolicyKind.Resource or PolicyKind.Trust or PolicyKind.Endpoint);

    private static bool CanAllow(PolicyKind kind, Statement statement) =>
        statement.IsUnderstood
        && (statement.Principals is not null) == NamesPrincipals(kind)
        && (statement.Resources is not null || !RequiresResource(kind))
        && !(kind == PolicyKind.Trust && statement.Principals!.Negated);

    private static bool CanDeny(PolicyKind kind, Statement statement) =>
        (statement.Principals is not null || kind is not (PolicyKind.Resource or PolicyKind.Trust))
        && (statement.Resources is not null || !RequiresResource(kind) || UncertainChoices.DenyWithoutResourceApplies);
}
