using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells of an object what is asked for, its parts among it.</summary>
internal sealed class GetObjectAttributes(BucketAccess access) : ReadOperation<GetObjectAttributesRequest, GetObjectAttributesResponse>
{
    private const int MostParts = 1000;

    protected override void Refine(GetObjectAttributesRequest request, CallContext call) => ObjectKey.DemandVersion(request.VersionId);

    protected override void Authorize(GetObjectAttributesRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        var what = (request.Bucket, request.Key, request.VersionId, request.ExpectedBucketOwner);
        ObjectReads.Authorize(access, targets, call, state, what, GetObject.Action, GetObject.VersionAction);
        ObjectReads.Authorize(access, targets, call, state, what, "s3:GetObjectAttributes", "s3:GetObjectVersionAttributes");
    }

    protected override GetObjectAttributesResponse Run(GetObjectAttributesRequest request, CallContext call, ReadTransaction state)
    {
        var bucket = BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner);
        var record = ObjectReads.Demand(state, bucket, request.Key, request.VersionId);
        bool Wants(string attribute) => request.ObjectAttributes.Contains(attribute);
        return new GetObjectAttributesResponse
        {
            LastModified = record.Modified,
            VersionId = ObjectKey.InHeader(bucket, record.VersionId),
            // AWS: here, and only here, without quotes.
            ETag = Wants("ETag") ? record.ETag : null,
            Checksum = Wants("Checksum") && record.Checksum is not null ? Checksum(ObjectChecksum.Of(record)) : null,
            ObjectParts = Wants("ObjectParts") && record.UploadId is not null ? PartsOf(request, record, state) : null,
            StorageClass = Wants("StorageClass") ? record.StorageClass : null,
            ObjectSize = Wants("ObjectSize") ? record.Size : null,
        };
    }

    private static ChecksumShape Checksum(ObjectChecksum checksum) => new()
    {
        ChecksumCRC32 = checksum.Crc32,
        ChecksumCRC32C = checksum.Crc32C,
        ChecksumCRC64NVME = checksum.Crc64Nvme,
        ChecksumSHA1 = checksum.Sha1,
        ChecksumSHA256 = checksum.Sha256,
        ChecksumType = checksum.Type,
    };

    private static GetObjectAttributesPartsShape PartsOf(GetObjectAttributesRequest request, ObjectRecord record, ReadTransaction state)
    {
        // AWS: parts are only told one by one where each has its checksum.
        if (record.ChecksumType != ObjectChecksum.Composite)
        {
            return new GetObjectAttributesPartsShape { TotalPartsCount = (int)record.PartCount };
        }

        var limit = Math.Clamp(request.MaxParts ?? MostParts, 0, MostParts);
        var marker = request.PartNumberMarker ?? 0;
        var parts = Parts.Page(state, record.BucketId, record.UploadId!, marker, limit + 1);
        var shown = parts.Take(limit).ToArray();
        return new GetObjectAttributesPartsShape
        {
            TotalPartsCount = (int)record.PartCount,
            PartNumberMarker = marker,
            NextPartNumberMarker = shown.Length > 0 ? (int)shown[^1].Number : marker,
            MaxParts = limit,
            IsTruncated = parts.Count > limit,
            Parts = [.. shown.Select(part => Part(part, ObjectChecksum.Of(record.ChecksumAlgorithm, part)))],
        };
    }

    private static ObjectPartShape Part(PartRecord part, ObjectChecksum checksum) => new()
    {
        PartNumber = (int)part.Number,
        Size = part.Size,
        ChecksumCRC32 = checksum.Crc32,
        ChecksumCRC32C = checksum.Crc32C,
        ChecksumCRC64NVME = checksum.Crc64Nvme,
        ChecksumSHA1 = checksum.Sha1,
        ChecksumSHA256 = checksum.Sha256,
    };
}
