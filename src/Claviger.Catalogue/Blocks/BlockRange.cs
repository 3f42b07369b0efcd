namespace Claviger.Catalogue;

/// <summary>A run of bytes within one block of a <see cref="BlockFile"/>.</summary>
internal readonly record struct BlockRange(int Block, int Offset, int Length)
{
    public void Write(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(Block);
        writer.Write7BitEncodedInt(Offset);
        writer.Write7BitEncodedInt(Length);
    }

    public static BlockRange Read(BinaryReader reader) =>
        new(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
}
