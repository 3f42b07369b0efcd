namespace Claviger.Pipeline;

/// <summary>The answer of an operation of ours that has nothing to tell.</summary>
internal sealed record Done
{
    public static Done Instance { get; } = new();
}
