namespace Claviger.Store;

/// <summary>Where a key of the ring is in its life.</summary>
public enum SealingKeyState
{
    /// <summary>Every node learns it; nothing is sealed under it yet.</summary>
    Published,

    /// <summary>What is sealed now is sealed under it.</summary>
    Active,

    /// <summary>It opens what was sealed under it.</summary>
    Retired,
}
