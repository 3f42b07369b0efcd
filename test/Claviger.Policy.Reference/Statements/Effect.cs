namespace Claviger.Policy.Reference;

/// <summary>What a statement does; None where its Effect says neither (1.1.3).</summary>
internal enum Effect
{
    None,
    Allow,
    Deny,
}
