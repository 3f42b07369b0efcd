using Claviger.Store;

namespace Claviger.S3;

/// <summary>Where the bytes of objects are.</summary>
internal sealed class ObjectPlaces(ContentFolder folder, SmallContents small)
{
    private const int PartsAtOnce = 1000;

    /// <summary>Opens some bytes of an object. They stay readable if the object is deleted meanwhile.</summary>
    /// <param name="state">The snapshot that the record was read in.</param>
    /// <param name="record">The object.</param>
    /// <param name="offset">The first byte.</param>
    /// <param name="length">How many.</param>
    public Stream Open(ReadTransaction state, ObjectRecord record, long offset, long length) =>
        length == 0 ? Stream.Null
        : record is { Content: { } brief, Size: <= SmallContents.Longest } ? new MemoryStream(small.Read(brief, record.Size), (int)offset, (int)length, writable: false)
        : record.Content is { } content ? new ContentReader(folder, [new ContentSlice(content, offset, length)])
        : new ContentReader(folder, SlicesOf(state, record, offset, length));

    /// <summary>All parts of an object in order.</summary>
    public static IEnumerable<PartRecord> PartsOf(ReadTransaction state, ObjectRecord record)
    {
        var after = 0L;
        while (true)
        {
            var page = Parts.Page(state, record.BucketId, record.UploadId!, after, PartsAtOnce);
            foreach (var part in page)
            {
                yield return part;
            }

            if (page.Count < PartsAtOnce)
            {
                yield break;
            }

            after = page[^1].Number;
        }
    }

    private static List<ContentSlice> SlicesOf(ReadTransaction state, ObjectRecord record, long offset, long length)
    {
        var slices = new List<ContentSlice>();
        var end = offset + length;
        var start = 0L;
        foreach (var part in PartsOf(state, record))
        {
            var from = Math.Max(start, offset);
            var to = Math.Min(start + part.Size, end);
            if (from < to && part.Content is { } content)
            {
                slices.Add(new(content, from - start, to - from));
            }

            start += part.Size;
            if (start >= end)
            {
                break;
            }
        }

        return slices;
    }
}
