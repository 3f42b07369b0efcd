using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Claviger.Architecture.Tests;

public sealed class PurityTests
{
    // What an assembly that does no I/O has no use for: files, sockets, processes, threads, the environment.
    private static readonly string[] Impure =
    [
        "System.IO.File", "System.IO.FileStream", "System.IO.Directory", "System.IO.FileInfo", "System.IO.DirectoryInfo", "System.IO.Path", "System.Console",
        "System.Diagnostics.Process", "System.Environment", "System.Random", "System.Threading.Thread",
        "System.Threading.Tasks.Task", "System.Net.Sockets.Socket", "System.Net.Http.HttpClient", "System.Net.Dns", "System.Reflection.Assembly",
    ];

    [Fact]
    public void The_policy_library_does_no_io()
    {
        Assert.Empty(TypesUsedBy("Policy").Intersect(Impure));
    }

    [Fact]
    public void Only_the_wires_room_writes_xml()
    {
        var writers = Rooms.MayReference.Keys.Where(room => room is not "Aws")
            .Where(room => TypesUsedBy(room).Any(type => type.StartsWith("System.Xml.", StringComparison.Ordinal)));
        Assert.Empty(writers);
    }

    private static IEnumerable<string> TypesUsedBy(string room)
    {
        using var file = new PEReader(File.OpenRead(Rooms.Load(room).Location));
        var metadata = file.GetMetadataReader();
        return [.. metadata.TypeReferences.Select(metadata.GetTypeReference)
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")];
    }
}
