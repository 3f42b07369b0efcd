namespace Claviger.Ec2;

/// <summary>A program to run in an instance.</summary>
public sealed record SessionPlan
{
    /// <summary>The program and its arguments; empty for a login shell.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>What its environment holds beside the instance's own.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The size of its terminal, in characters; null where it gets none.</summary>
    public TerminalSize? Terminal { get; init; }
}
