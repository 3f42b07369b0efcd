using Claviger.Aws;

namespace Claviger.S3;

/// <summary>Keeps on the disk, for as long as it is sent on, a content whose length isn't known before its end: the file of a form.</summary>
internal sealed class ContentSpool(ContentWriter writer, ContentFolder folder)
{
    /// <summary>Reads all of a content; it has verified then.</summary>
    /// <exception cref="AwsError">It isn't what it is said to be, or is too long.</exception>
    public async ValueTask<SpooledContent> KeepAsync(ContentStream content)
    {
        var staged = await writer.StageAsync(content, ChecksumAlgorithm.Crc64Nvme, PutObject.Longest);
        try
        {
            var size = staged.Content.Size;
            var bytes = staged.Content.Id is { } id ? new ContentReader(folder, [new ContentSlice(id, 0, size)]) : Stream.Null;
            return new SpooledContent(staged, new ContentStream(bytes, new ContentChecks { Length = size }));
        }
        catch
        {
            staged.Abandon();
            throw;
        }
    }
}
