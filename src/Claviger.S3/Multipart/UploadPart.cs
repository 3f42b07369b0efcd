using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Stores a part of an upload.</summary>
internal sealed class UploadPart(BucketAccess access, StagedParts parts) : ObjectOperation<UploadPartRequest, StagedWrite, UploadPartResponse>
{
    protected override void Refine(UploadPartRequest request, CallContext call)
    {
        UploadAccess.Number(request.PartNumber);
        Encryption.Demand(null, request.SSECustomerAlgorithm, null);
    }

    protected override void Authorize(UploadPartRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        access.OnObject(
            targets, call, PutObject.Action, BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner), request.Key)
            .WithConditions(default, makesObject: false);

    protected override void Examine(UploadPartRequest request, CallContext call, ReadTransaction state) =>
        UploadAccess.Demand(state, BucketAccess.Find(state, request.Bucket, null), request.Key, request.UploadId);

    protected override async ValueTask<StagedWrite> PrepareAsync(UploadPartRequest request, CallContext call) =>
        await parts.StageAsync(request.Body, await parts.UploadAsync(request.Bucket, request.Key, request.UploadId));

    protected override UploadPartResponse Commit(UploadPartRequest request, StagedWrite prepared, CallContext call, AppendTransaction state)
    {
        var bucket = ObjectWrites.Lock(state, request.Bucket);
        var part = StagedParts.Put(state, bucket, request.Key, request.UploadId, request.PartNumber!.Value, prepared);
        var checksum = ObjectChecksum.Of(prepared.Algorithm?.Name(), part);
        return new UploadPartResponse
        {
            ETag = EntityTag.Quoted(part.ETag),
            ServerSideEncryption = Encryption.ServerKeys,
            ChecksumCRC32 = checksum.Crc32,
            ChecksumCRC32C = checksum.Crc32C,
            ChecksumCRC64NVME = checksum.Crc64Nvme,
            ChecksumSHA1 = checksum.Sha1,
            ChecksumSHA256 = checksum.Sha256,
        };
    }

    protected override void Settle(UploadPartRequest request, StagedWrite prepared, UploadPartResponse response) => prepared.Settle();

    protected override void Abandon(StagedWrite prepared) => prepared.Abandon();
}
