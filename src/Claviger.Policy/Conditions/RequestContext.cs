namespace Claviger.Policy;

/// <summary>Condition keys kept in a dictionary. Not safe for writing from several threads.</summary>
public sealed class RequestContext : IContextSource
{
    private readonly Dictionary<ContextKey, ContextValue> _values = [];

    /// <summary>Sets a key, over what it had.</summary>
    /// <returns>This context, for chaining.</returns>
    public RequestContext Set(ContextKey key, ContextValue value)
    {
        _values[key] = value;
        return this;
    }

    /// <inheritdoc cref="Set(ContextKey, ContextValue)"/>
    public RequestContext Set(string key, ContextValue value) => Set(ContextKey.Of(key), value);

    /// <summary>Sets a key unless it has a value already: of two that differ only in case the first is kept.</summary>
    /// <returns>Whether it was set.</returns>
    public bool TryAdd(ContextKey key, ContextValue value) => _values.TryAdd(key, value);

    /// <inheritdoc/>
    public ContextValue Get(ContextKey key) => _values.GetValueOrDefault(key);
}
