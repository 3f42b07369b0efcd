using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Lists the parts of an upload by number.</summary>
internal sealed class ListParts(BucketAccess access) : ReadOperation<ListPartsRequest, ListPartsResponse>
{
    protected override void Refine(ListPartsRequest request, CallContext call) => ListingText.Limit(request.MaxParts, "max-parts");

    protected override void Authorize(ListPartsRequest request, Targets targets, CallContext call, ReadTransaction state) => access.OnObject(
        targets,
        call,
        "s3:ListMultipartUploadParts",
        BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner),
        request.Key);

    protected override ListPartsResponse Run(ListPartsRequest request, CallContext call, ReadTransaction state)
    {
        var bucket = BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner);
        var upload = UploadAccess.Demand(state, bucket, request.Key, request.UploadId);
        var limit = ListingText.Limit(request.MaxParts, "max-parts");
        var marker = request.PartNumberMarker ?? 0;
        var found = Parts.Page(state, bucket.Id, upload.Id, marker, limit + 1);
        var shown = found.Take(limit).ToArray();
        var (abortDate, abortRule) = UploadAccess.Abort(bucket, upload.Key, upload.Initiated);
        return new ListPartsResponse
        {
            Bucket = bucket.Name,
            Key = upload.Key,
            UploadId = upload.Id,
            AbortDate = abortDate,
            AbortRuleId = abortRule,
            PartNumberMarker = marker,
            NextPartNumberMarker = shown.Length > 0 ? (int)shown[^1].Number : 0,
            MaxParts = limit,
            IsTruncated = found.Count > limit && limit > 0,
            Initiator = new InitiatorShape { ID = upload.InitiatorId, DisplayName = upload.InitiatorName },
            Owner = Acls.Owner(bucket, state),
            StorageClass = upload.StorageClass,
            ChecksumAlgorithm = upload.ChecksumAlgorithm,
            ChecksumType = upload.ChecksumType,
            Parts = [.. shown.Select(part => Shown(part, upload))],
        };
    }

    private static PartShape Shown(PartRecord part, UploadRecord upload)
    {
        var checksum = ObjectChecksum.Of(upload.ChecksumAlgorithm, part);
        return new PartShape
        {
            PartNumber = (int)part.Number,
            LastModified = part.Modified,
            ETag = EntityTag.Quoted(part.ETag),
            Size = part.Size,
            ChecksumCRC32 = checksum.Crc32,
            ChecksumCRC32C = checksum.Crc32C,
            ChecksumCRC64NVME = checksum.Crc64Nvme,
            ChecksumSHA1 = checksum.Sha1,
            ChecksumSHA256 = checksum.Sha256,
        };
    }
}
