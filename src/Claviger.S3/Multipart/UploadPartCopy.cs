using System.Globalization;
using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Stores a copy of an object, or of some of its bytes, as a part of an upload.</summary>
internal sealed class UploadPartCopy(BucketAccess access, CopySources sources, StagedParts parts)
    : ObjectOperation<UploadPartCopyRequest, StagedCopy, UploadPartCopyResponse>
{
    protected override void Refine(UploadPartCopyRequest request, CallContext call)
    {
        UploadAccess.Number(request.PartNumber);
        Encryption.Demand(null, request.SSECustomerAlgorithm ?? request.CopySourceSSECustomerAlgorithm, null);
        CopySource.Of(request.CopySource);
    }

    protected override void Authorize(UploadPartCopyRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        var source = CopySource.Of(request.CopySource);
        access.OnObject(targets, call, PutObject.Action, BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner), request.Key)
            .With(S3Keys.CopySource, $"{source.Bucket}/{source.Key}")
            .WithConditions(default, makesObject: false);
        sources.Authorize(targets, call, state, source, request.ExpectedSourceBucketOwner);
    }

    protected override void Examine(UploadPartCopyRequest request, CallContext call, ReadTransaction state) =>
        UploadAccess.Demand(state, BucketAccess.Find(state, request.Bucket, null), request.Key, request.UploadId);

    protected override async ValueTask<StagedCopy> PrepareAsync(UploadPartCopyRequest request, CallContext call)
    {
        var upload = await parts.UploadAsync(request.Bucket, request.Key, request.UploadId);
        var conditions = new ReadConditions(
            request.CopySourceIfMatch, request.CopySourceIfNoneMatch, request.CopySourceIfModifiedSince, request.CopySourceIfUnmodifiedSince);
        var open = await sources.OpenAsync(
            CopySource.Of(request.CopySource), request.ExpectedSourceBucketOwner, conditions, size => RangeOf(request.CopySourceRange, size));
        await using var content = open.Content;
        var write = await parts.StageAsync(new ContentStream(content, new ContentChecks()), upload);
        return new StagedCopy(write, open.Bucket, open.Record);
    }

    protected override UploadPartCopyResponse Commit(UploadPartCopyRequest request, StagedCopy prepared, CallContext call, AppendTransaction state)
    {
        var bucket = ObjectWrites.Lock(state, request.Bucket);
        var part = StagedParts.Put(state, bucket, request.Key, request.UploadId, request.PartNumber!.Value, prepared.Write);
        var checksum = ObjectChecksum.Of(prepared.Write.Algorithm?.Name(), part);
        return new UploadPartCopyResponse
        {
            CopySourceVersionId = prepared.SourceVersionId,
            ServerSideEncryption = Encryption.ServerKeys,
            CopyPartResult = new CopyPartResultShape
            {
                ETag = EntityTag.Quoted(part.ETag),
                LastModified = part.Modified,
                ChecksumCRC32 = checksum.Crc32,
                ChecksumCRC32C = checksum.Crc32C,
                ChecksumCRC64NVME = checksum.Crc64Nvme,
                ChecksumSHA1 = checksum.Sha1,
                ChecksumSHA256 = checksum.Sha256,
            },
        };
    }

    protected override void Settle(UploadPartCopyRequest request, StagedCopy prepared, UploadPartCopyResponse response) => prepared.Write.Settle();

    protected override void Abandon(StagedCopy prepared) => prepared.Write.Abandon();

    // AWS: unlike that of a read, this range names both ends, and bytes that there are.
    private static ByteRange RangeOf(string? header, long size)
    {
        if (header is null)
        {
            return new(0, size);
        }

        var bounds = header.StartsWith("bytes=", StringComparison.Ordinal) ? header[6..].Split('-') : [];
        if (bounds.Length != 2
            || !long.TryParse(bounds[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            || !long.TryParse(bounds[1], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            || last < first)
        {
            throw S3Error.InvalidArgument(
                "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy",
                "x-amz-copy-source-range",
                header);
        }

        return last < size
            ? new(first, last - first + 1)
            : throw S3Error.InvalidArgument(
                $"Range specified is not valid for source object of size: {size}", "x-amz-copy-source-range", header);
    }
}
