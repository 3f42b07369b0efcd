namespace Claviger.Catalogue;

/// <summary>An older version's line in the table of versions of its policy.</summary>
internal readonly record struct ManagedPolicyVersionRecord(int Number, DateTimeOffset CreateDate, BlockRange Document)
{
    public void Write(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(Number);
        writer.Write(CreateDate.ToUnixTimeSeconds());
        Document.Write(writer);
    }

    public static ManagedPolicyVersionRecord Read(BinaryReader reader) =>
        new(reader.Read7BitEncodedInt(), DateTimeOffset.FromUnixTimeSeconds(reader.ReadInt64()), BlockRange.Read(reader));
}
