namespace Claviger.Server;

/// <summary>One thing that can be set, under one name in all three places: flag, variable, settings file.</summary>
/// <param name="Name">The name in the settings file, and of the flag behind <c>--</c>.</param>
/// <param name="Value">What <c>--help</c> calls the value; null for a switch that is on or off.</param>
/// <param name="Help">What <c>--help</c> says.</param>
internal sealed record Setting(string Name, string? Value, string Help)
{
    /// <summary>Never shown, not in an error either.</summary>
    public bool IsSecret { get; init; }

    /// <summary>There is a flag for it. What is on a command line is known to the machine's other users, so secrets have none.</summary>
    public bool HasFlag { get; init; } = true;

    /// <summary>Left out of <c>--help</c>, where one sentence speaks for all of them.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Its text may stand in a file that <c>NAME-file</c> names.</summary>
    public bool MayStandInFile { get; init; }

    public string Flag => $"--{Name}";

    public string Variable => $"{VariablePrefix}{Name.Replace('-', '_').ToUpperInvariant()}";

    /// <summary>The setting that names the file which holds this one's text.</summary>
    public Setting InFile => new($"{Name}-file", "FILE", $"The file that holds {Name}.") { IsHidden = true };

    public const string VariablePrefix = "CLAVIGER_";
}
