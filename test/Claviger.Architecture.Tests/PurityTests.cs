using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Claviger.Architecture.Tests;

public sealed class PurityTests
{
    // What an assembly that does no I/O has no use for: files, sockets, processes, threads. (The environment's members are told apart below.)
    private static readonly string[] Impure =
    [
        "System.IO.File", "System.IO.FileStream", "System.IO.Directory", "System.IO.FileInfo", "System.IO.DirectoryInfo", "System.IO.Path", "System.Console",
        "System.Diagnostics.Process", "System.Random", "System.Threading.Thread",
        "System.Threading.Tasks.Task", "System.Net.Sockets.Socket", "System.Net.Http.HttpClient", "System.Net.Dns", "System.Reflection.Assembly",
    ];

    [Fact]
    public void The_policy_library_does_no_io()
    {
        Assert.Empty(TypesUsedBy("Policy").Intersect(Impure));
    }

    [Fact]
    public void The_policy_library_reads_no_environment()
    {
        // What the compiler makes of an iterator asks for the thread, and of a record for the line break.
        Assert.Empty(MembersUsedBy("Policy", "Environment").Except(["get_CurrentManagedThreadId", "get_NewLine"]));
    }

    [Fact]
    public void Only_the_wires_room_writes_xml()
    {
        var writers = Rooms.MayReference.Keys.Where(room => room is not "Aws")
            .Where(room => TypesUsedBy(room).Any(type => type.StartsWith("System.Xml.", StringComparison.Ordinal)));
        Assert.Empty(writers);
    }

    private static IReadOnlyList<string> TypesUsedBy(string room) => Read(room, metadata =>
        metadata.TypeReferences.Select(metadata.GetTypeReference)
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"));

    private static IReadOnlyList<string> MembersUsedBy(string room, string type) => Read(room, metadata =>
        metadata.MemberReferences.Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Where(member => metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)member.Parent).Name) == type)
            .Select(member => metadata.GetString(member.Name)));

    private static IReadOnlyList<string> Read(string room, Func<MetadataReader, IEnumerable<string>> read)
    {
        using var file = new PEReader(File.OpenRead(Rooms.Load(room).Location));
        return [.. read(file.GetMetadataReader())];
    }
}
