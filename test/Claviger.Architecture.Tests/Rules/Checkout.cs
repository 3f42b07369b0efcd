using System.Diagnostics;

namespace Claviger.Architecture.Tests;

/// <summary>The checkout as git knows it: what is committed, and what would be.</summary>
internal static class Checkout
{
    public static string Root { get; } = EndToEnd.Repository.Root;

    /// <summary>The paths of all files that are not ignored, from the root.</summary>
    public static IReadOnlyList<string> Files { get; } = List();

    /// <summary>The C# that people write: all but what tools generate.</summary>
    public static IEnumerable<string> Sources => Files.Where(file =>
        file.EndsWith(".cs", StringComparison.Ordinal) && !file.Contains("/Generated/", StringComparison.Ordinal));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string[] List()
    {
        var start = new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start)!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(Root, file)))];
    }
}
