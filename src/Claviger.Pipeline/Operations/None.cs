namespace Claviger.Pipeline;

/// <summary>The absence of a preparation.</summary>
public readonly struct None;
