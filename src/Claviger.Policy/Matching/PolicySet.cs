namespace Claviger.Policy;

/// <summary>The policies of one kind that bear on a request together, indexed by action. Immutable and safe to share between threads.</summary>
public sealed class PolicySet
{
    private PolicySet(PolicyKind kind, IReadOnlyList<PolicySource> sources)
    {
        Kind = kind;
        Sources = sources;
    }

    /// <summary>The part that these policies play.</summary>
    public PolicyKind Kind { get; }

    /// <summary>The policies, in the order given.</summary>
    public IReadOnlyList<PolicySource> Sources { get; }

    /// <summary>Indexes policies once, for any number of decisions.</summary>
    public static PolicySet Compile(PolicyKind kind, IReadOnlyList<PolicySource> policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        return new(kind, [.. policies]);
    }
}
