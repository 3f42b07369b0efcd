namespace Claviger.Policy;

/// <summary>What a statement does where it applies.</summary>
internal enum StatementEffect
{
    /// <summary>Nothing: its Effect is missing or not understood.</summary>
    None,

    /// <summary>Allows.</summary>
    Allow,

    /// <summary>Denies.</summary>
    Deny,
}
