namespace Claviger.Catalogue;

/// <summary>
/// One policy's line in the index of the policies' file: what it is, where its default version's document lies, and where in the block of
/// version tables its older versions are listed (<see cref="NoVersionTable"/> if it has none).
/// </summary>
internal sealed record ManagedPolicyRecord(
    string Name,
    string Path,
    DateTimeOffset CreateDate,
    DateTimeOffset UpdateDate,
    int DefaultVersion,
    BlockRange Document,
    int VersionTable)
{
    public const int NoVersionTable = -1;

    public void Write(BinaryWriter writer)
    {
        writer.Write(Name);
        writer.Write(Path);
        writer.Write(CreateDate.ToUnixTimeSeconds());
        writer.Write(UpdateDate.ToUnixTimeSeconds());
        writer.Write7BitEncodedInt(DefaultVersion);
        Document.Write(writer);
        writer.Write(VersionTable);
    }

    public static ManagedPolicyRecord Read(BinaryReader reader) => new(
        reader.ReadString(),
        string.Intern(reader.ReadString()),
        DateTimeOffset.FromUnixTimeSeconds(reader.ReadInt64()),
        DateTimeOffset.FromUnixTimeSeconds(reader.ReadInt64()),
        reader.Read7BitEncodedInt(),
        BlockRange.Read(reader),
        reader.ReadInt32());
}
