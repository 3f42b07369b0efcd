namespace Claviger.Console;

/// <summary>Where to go on after signing in: pages of this console, and nowhere else.</summary>
internal static class LocalPath
{
    /// <summary>The path that was asked for if it is one of this origin, else the console's home.</summary>
    public static string Of(string? wanted) =>
        wanted is ['/', not ('/' or '\\'), ..] && !wanted.Any(char.IsControl) && !wanted.Contains('\\', StringComparison.Ordinal) ? wanted : "/";
}
