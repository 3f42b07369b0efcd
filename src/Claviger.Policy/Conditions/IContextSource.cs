namespace Claviger.Policy;

/// <summary>The condition keys of one request. A decision reads only the keys that a statement it looks at names, some more than once.</summary>
public interface IContextSource
{
    /// <summary>The value of a key, or <see cref="ContextValue.Missing"/>. The same answer throughout one decision.</summary>
    ContextValue Get(ContextKey key);
}
