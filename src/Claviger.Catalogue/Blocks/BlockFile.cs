using System.Buffers.Binary;
using System.IO.Compression;

namespace Claviger.Catalogue;

/// <summary>
/// A file of byte blocks, each compressed by itself, so that one can be read without the others.
/// Layout, little-endian: the count; for each block its compressed and its plain length; the compressed blocks (Brotli).
/// </summary>
/// <remarks>Reading opens the stream anew, so that any number of threads may read at once.</remarks>
internal sealed class BlockFile
{
    private const int EntrySize = 2 * sizeof(int);
    private const int BrotliQuality = 11;
    private const int BrotliWindow = 22;

    private readonly Func<Stream> _open;
    private readonly Lazy<Entry[]> _entries;

    /// <param name="open">Opens the file: a seekable stream at its start.</param>
    public BlockFile(Func<Stream> open)
    {
        _open = open;
        _entries = new Lazy<Entry[]>(ReadEntries);
    }

    public int Count => _entries.Value.Length;

    /// <summary>The file embedded in this assembly under <paramref name="name"/>.</summary>
    public static BlockFile Embedded(string name) => new(() =>
        typeof(BlockFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"The catalogue has no resource {name}."));

    /// <summary>The plain bytes of the block at <paramref name="index"/>.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public byte[] Read(int index)
    {
        var entry = _entries.Value[index];
        using var stream = _open();
        stream.Position = entry.Offset;
        var compressed = new byte[entry.CompressedLength];
        stream.ReadExactly(compressed);
        var plain = new byte[entry.Length];
        return BrotliDecoder.TryDecompress(compressed, plain, out var written) && written == plain.Length
            ? plain
            : throw new InvalidDataException($"Block {index} of the catalogue is damaged.");
    }

    /// <summary>Writes a file of these blocks.</summary>
    public static void Write(Stream destination, IReadOnlyList<byte[]> blocks)
    {
        var compressed = blocks.Select(Compress).ToList();
        using var writer = new BinaryWriter(destination);
        writer.Write(blocks.Count);
        for (var i = 0; i < blocks.Count; i++)
        {
            writer.Write(compressed[i].Length);
            writer.Write(blocks[i].Length);
        }

        compressed.ForEach(writer.Write);
    }

    private static byte[] Compress(byte[] plain)
    {
        var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        return BrotliEncoder.TryCompress(plain, buffer, out var written, BrotliQuality, BrotliWindow)
            ? buffer[..written]
            : throw new InvalidOperationException("A block could not be compressed.");
    }

    private Entry[] ReadEntries()
    {
        using var stream = _open();
        Span<byte> count = stackalloc byte[sizeof(int)];
        stream.ReadExactly(count);
        var table = new byte[BinaryPrimitives.ReadInt32LittleEndian(count) * EntrySize];
        stream.ReadExactly(table);
        var entries = new Entry[table.Length / EntrySize];
        long offset = sizeof(int) + table.Length;
        for (var i = 0; i < entries.Length; i++)
        {
            var compressedLength = BinaryPrimitives.ReadInt32LittleEndian(table.AsSpan(i * EntrySize));
            entries[i] = new Entry(offset, compressedLength, BinaryPrimitives.ReadInt32LittleEndian(table.AsSpan((i * EntrySize) + sizeof(int))));
            offset += compressedLength;
        }

        return entries;
    }

    private readonly record struct Entry(long Offset, int CompressedLength, int Length);
}
