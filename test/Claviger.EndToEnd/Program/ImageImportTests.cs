using System.Formats.Tar;

namespace Claviger.EndToEnd;

public sealed class ImageImportTests
{
    private const UnixFileMode Plain = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    [Fact]
    public async Task Registers_an_archive_under_an_id_made_of_its_name()
    {
        using var folder = new TemporaryFolder();
        var run = await ImportAsync(folder, Link("etc/absolute", "/usr/share"), Link("usr/lib/relative", "../share"));
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Matches("^ami-[0-9a-f]{17}  mine\n$", run.Output);

        var again = await ImportAsync(folder);
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("There is an image mine already", again.Errors, StringComparison.Ordinal);
        var list = await ClavigerProgram.RunAsync(["image", "list", "--data", folder.Path]);
        Assert.StartsWith(run.Output.Trim(), list.Output, StringComparison.Ordinal);
    }

    public static TheoryData<string, TarEntryType, string, string, UnixFileMode> Refused => new()
    {
        { "../outside", TarEntryType.RegularFile, "", "lies outside of it", Plain },
        { "etc/../../outside", TarEntryType.RegularFile, "", "lies outside of it", Plain },
        { "etc/link", TarEntryType.SymbolicLink, "../../outside", "lies outside of it", Plain },
        { "etc/link", TarEntryType.HardLink, "../../etc/passwd", "lies outside of it", Plain },
        { "dev/sda", TarEntryType.BlockDevice, "", "is no file, folder or link", Plain },
        { "dev/mem", TarEntryType.CharacterDevice, "", "is no file, folder or link", Plain },
        { "run/pipe", TarEntryType.Fifo, "", "is no file, folder or link", Plain },
        { "usr/bin/su", TarEntryType.RegularFile, "", "runs as its owner", Plain | UnixFileMode.SetUser },
        { "usr/bin/wall", TarEntryType.RegularFile, "", "runs as its owner", Plain | UnixFileMode.SetGroup },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Refuses_an_archive_that_holds_what_no_image_may(string name, TarEntryType type, string target, string reason, UnixFileMode mode)
    {
        using var folder = new TemporaryFolder();
        var entry = new PaxTarEntry(type, name) { Mode = mode };
        if (target.Length > 0)
        {
            entry.LinkName = target;
        }

        await RefusedAsync(folder, reason, entry);
    }

    [Fact]
    public async Task Refuses_a_file_behind_a_link_of_the_archives_own()
    {
        using var folder = new TemporaryFolder();
        await RefusedAsync(folder, "lies behind a link", Link("way", "/etc"), new PaxTarEntry(TarEntryType.RegularFile, "way/passwd") { Mode = Plain });
    }

    private static async Task RefusedAsync(TemporaryFolder folder, string reason, params TarEntry[] entries)
    {
        var run = await ImportAsync(folder, entries);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(reason, run.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(folder.Path, "images")));
    }

    private static PaxTarEntry Link(string name, string target) => new(TarEntryType.SymbolicLink, name) { LinkName = target };

    private static async Task<ProgramRun> ImportAsync(TemporaryFolder folder, params TarEntry[] entries)
    {
        var archive = Path.Combine(folder.Path, "image.tar");
        await using (var stream = File.Create(archive))
        await using (var writer = new TarWriter(stream))
        {
            foreach (var entry in entries.Prepend(new PaxTarEntry(TarEntryType.RegularFile, "bin/sh") { Mode = Plain }))
            {
                await writer.WriteEntryAsync(entry);
            }
        }

        return await ClavigerProgram.RunAsync(["image", "import", archive, "--name", "mine", "--data", folder.Path]);
    }
}
