using System.Text;

namespace Claviger.Catalogue.Tests;

public sealed class BlockFileTests
{
    private static readonly List<byte[]> Blocks = [[], Encoding.UTF8.GetBytes(new string('a', 5000)), [1, 2, 3]];

    [Fact]
    public void Gives_back_each_block_by_itself_in_any_order()
    {
        var file = Written(out _);

        Assert.Equal(3, file.Count);
        Assert.Equal(Blocks[2], file.Read(2));
        Assert.Equal(Blocks[0], file.Read(0));
        Assert.Equal(Blocks[1], file.Read(1));
    }

    [Fact]
    public void Refuses_a_damaged_block_and_still_reads_the_others()
    {
        var file = Written(out var bytes);
        bytes[^1] ^= 0xff;

        Assert.Throws<InvalidDataException>(() => file.Read(2));
        Assert.Equal(Blocks[1], file.Read(1));
    }

    private static BlockFile Written(out byte[] bytes)
    {
        using var stream = new MemoryStream();
        BlockFile.Write(stream, Blocks);
        var written = bytes = stream.ToArray();
        return new BlockFile(() => new MemoryStream(written));
    }
}
