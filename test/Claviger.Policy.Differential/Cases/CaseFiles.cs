namespace Claviger.Policy.Differential;

/// <summary>The cases kept as data under test/cases, one JSON object a line.</summary>
internal static class CaseFiles
{
    public static string Folder { get; } = Path.Combine(Root(), "test", "cases");

    public static IEnumerable<(string File, string Line)> Lines() =>
        Directory.EnumerateFiles(Folder, "*.jsonl").Order(StringComparer.Ordinal)
            .SelectMany(file => File.ReadLines(file).Where(line => line.Length > 0).Select(line => (Path.GetFileName(file), line)));

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Claviger.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The repository's root is not above the tests.");
        }

        return folder;
    }
}
