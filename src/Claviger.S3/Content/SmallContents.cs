using Claviger.Store;
using Microsoft.Extensions.Caching.Memory;

namespace Claviger.S3;

/// <summary>The bytes of short contents that were read lately. A content never changes and its id is never another's, so none can be out of date.</summary>
/// <remarks>To open and close a file costs several times what it takes to send what a short one holds.</remarks>
internal sealed class SmallContents(ContentFolder folder) : IDisposable
{
    /// <summary>The longest content that is kept, in bytes.</summary>
    public const int Longest = 16 * 1024;

    /// <summary>Bound of the cache, in bytes of content and what an entry takes beside.</summary>
    private const long Capacity = 32 * 1024 * 1024;
    private const int Overhead = 256;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = Capacity, CompactionPercentage = 0.2 });

    /// <summary>All bytes of a content.</summary>
    /// <exception cref="IOException">There is no such content, or it is shorter than its record says.</exception>
    public byte[] Read(ContentId id, long size)
    {
        if (_cache.TryGetValue(id, out byte[]? bytes) && bytes!.Length == size)
        {
            return bytes;
        }

        using var reader = new ContentReader(folder, [new ContentSlice(id, 0, size)]);
        bytes = new byte[size];
        reader.ReadExactly(bytes);
        _cache.Set(id, bytes, new MemoryCacheEntryOptions { Size = size + Overhead });
        return bytes;
    }

    public void Dispose() => _cache.Dispose();
}
