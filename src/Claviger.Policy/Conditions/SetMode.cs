namespace Claviger.Policy;

/// <summary>How an operator takes a key with several values.</summary>
internal enum SetMode
{
    /// <summary>Not at all: the key must be single-valued.</summary>
    Single,

    /// <summary><c>ForAllValues:</c></summary>
    ForAllValues,

    /// <summary><c>ForAnyValue:</c></summary>
    ForAnyValue,
}
