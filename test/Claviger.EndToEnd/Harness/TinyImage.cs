using System.Diagnostics;
using System.Formats.Tar;

namespace Claviger.EndToEnd;

/// <summary>The smallest image that an instance can be launched from: this machine's shell, and a few programs, with their libraries.</summary>
public static class TinyImage
{
    private static readonly string[] Programs = ["/bin/sh", "/bin/sleep", "/bin/cat", "/bin/mkdir", "/bin/chmod", "/bin/touch"];

    /// <summary>Imports it as the operator of a host does.</summary>
    /// <param name="dataFolder">The server's data folder.</param>
    /// <returns>The image's id.</returns>
    public static async Task<string> ImportAsync(string dataFolder)
    {
        using var folder = new TemporaryFolder();
        var root = Directory.CreateDirectory(Path.Combine(folder.Path, "root")).FullName;
        foreach (var name in new[] { "dev", "etc", "proc", "root", "run", "sys", "tmp", "usr/bin", "var" })
        {
            Directory.CreateDirectory(Path.Combine(root, name));
        }

        foreach (var program in Programs)
        {
            Copy(program, root);
            foreach (var library in await LibrariesOfAsync(program))
            {
                Copy(library, root);
            }
        }

        var archive = Path.Combine(folder.Path, "tiny.tar");
        await TarFile.CreateFromDirectoryAsync(root, archive, includeBaseDirectory: false);
        var run = await ClavigerProgram.RunAsync(["image", "import", archive, "--name", "tiny", "--description", "for tests", "--data", dataFolder]);
        Assert.True(run.ExitCode == 0, run.Errors);
        return run.Output.Split(' ')[0];
    }

    private static void Copy(string file, string root)
    {
        var target = Path.Combine(root, file[1..]);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(new FileInfo(file).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? file, target, overwrite: true);
    }

    private static async Task<IReadOnlyList<string>> LibrariesOfAsync(string program)
    {
        var start = new ProcessStartInfo("/usr/bin/ldd", [program])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var listing = await ProgramRun.OfAsync(start);
        return
        [
            .. listing.Output.Split('\n').SelectMany(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Select(static word => word.Trim()).Where(static word => word.StartsWith('/')).Distinct(),
        ];
    }
}
