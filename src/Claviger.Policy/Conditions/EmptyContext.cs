namespace Claviger.Policy;

/// <summary>A context without keys, for patterns in which variables have no meaning.</summary>
internal sealed class EmptyContext : IContextSource
{
    public static readonly EmptyContext Instance = new();

    public ContextValue Get(ContextKey key) => ContextValue.Missing;
}
