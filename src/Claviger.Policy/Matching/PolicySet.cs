namespace Claviger.Policy;

/// <summary>The policies of one kind that bear on a request together, indexed by action. Immutable and safe to share between threads.</summary>
public sealed class PolicySet
{
    private readonly ActionTable _denies;
    private readonly ActionTable _allows;

    private PolicySet(PolicyKind kind, IReadOnlyList<PolicySource> sources, List<SetStatement> denies, List<SetStatement> allows)
    {
        Kind = kind;
        Sources = sources;
        _denies = new ActionTable(denies);
        _allows = new ActionTable(allows);
    }

    /// <summary>The part that these policies play.</summary>
    public PolicyKind Kind { get; }

    /// <summary>The policies, in the order given.</summary>
    public IReadOnlyList<PolicySource> Sources { get; }

    /// <summary>Indexes policies once, for any number of decisions.</summary>
    public static PolicySet Compile(PolicyKind kind, IReadOnlyList<PolicySource> policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        PolicySource[] sources = [.. policies];
        var denies = new List<SetStatement>();
        var allows = new List<SetStatement>();
        foreach (var source in sources)
        {
            foreach (var statement in StatementsOf(source, kind))
            {
                if (SetStatement.From(kind, source, statement) is { } compiled)
                {
                    (statement.Effect == StatementEffect.Deny ? denies : allows).Add(compiled);
                }
            }
        }

        return new(kind, sources, denies, allows);
    }

    /// <summary>A policy's statements as that kind has them: an unreadable text denies all where policies limit, else it says nothing.</summary>
    internal static IReadOnlyList<Statement> StatementsOf(PolicySource source, PolicyKind kind) =>
        source.Document.IsReadable ? source.Document.Statements
        : kind is PolicyKind.Identity or PolicyKind.Resource or PolicyKind.Trust ? []
        : [Statement.DenyAll];

    /// <summary>The policy of a Deny statement that applies; null if none does.</summary>
    internal PolicySource? FindDeny(in RequestView request)
    {
        var candidates = _denies.Find(request);
        while (candidates.Next(request) is { } statement)
        {
            if (statement.Match(request) != GrantStrength.None)
            {
                return statement.Source;
            }
        }

        return null;
    }

    /// <summary>The strengths of all Allow statements that apply; once one is direct no more are looked at.</summary>
    internal GrantStrength FindAllows(in RequestView request)
    {
        var strengths = GrantStrength.None;
        var candidates = _allows.Find(request);
        while ((strengths & GrantStrength.Direct) == 0 && candidates.Next(request) is { } statement)
        {
            strengths |= statement.Match(request);
        }

        return strengths;
    }
}
