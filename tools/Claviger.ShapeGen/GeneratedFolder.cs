namespace Claviger.ShapeGen;

/// <summary>The folder of checked-in generated code, compared with and brought to what the models give.</summary>
internal static class GeneratedFolder
{
    /// <summary>Writes the files that differ, deletes those that are no more, and returns the paths of both.</summary>
    public static IReadOnlyList<string> Write(string folder, IReadOnlyDictionary<string, string> files)
    {
        IReadOnlyList<string> changes = Differences(folder, files);
        foreach (string path in changes)
        {
            string full = Path.Combine(folder, path);
            if (files.TryGetValue(path, out string? content))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(full)!);
                File.WriteAllText(full, content);
            }
            else
            {
                File.Delete(full);
            }
        }

        return changes;
    }

    /// <summary>The relative paths of files that differ, are missing, or shouldn't be there.</summary>
    public static IReadOnlyList<string> Differences(string folder, IReadOnlyDictionary<string, string> files)
    {
        IEnumerable<string> there = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            : [];
        return
        [
            .. there.Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
                .Union(files.Keys)
                .Where(path => !IsSame(Path.Combine(folder, path), files.GetValueOrDefault(path)))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static bool IsSame(string path, string? content) =>
        content is not null && File.Exists(path) && File.ReadAllText(path) == content;
}
