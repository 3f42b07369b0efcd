using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Stores an object.</summary>
internal sealed class PutObject(BucketAccess access, ContentWriter writer) : ObjectOperation<PutObjectRequest, StagedWrite, PutObjectResponse>
{
    public const string Action = "s3:PutObject";

    /// <summary>The longest object in one request.</summary>
    public const long Longest = 5L * 1024 * 1024 * 1024;

    protected override void Refine(PutObjectRequest request, CallContext call)
    {
        ObjectKey.Demand(request.Key);
        Acls.DemandHarmless(request.ACL, request.GrantFullControl, request.GrantRead, request.GrantReadACP, request.GrantWriteACP);
        Encryption.Demand(request.ServerSideEncryption, request.SSECustomerAlgorithm, request.SSEKMSKeyId);
        ObjectLock.DemandNone(request.ObjectLockMode, request.ObjectLockRetainUntilDate, request.ObjectLockLegalHoldStatus);
        Conditions(request).Refine();
        StorageClasses.Demand(request.StorageClass);
        HeadersOf(request);
        ObjectTags.OfHeader(request.Tagging);
        if (request.WriteOffsetBytes is not null)
        {
            throw S3Error.NotImplemented("x-amz-write-offset-bytes");
        }
    }

    protected override void Authorize(PutObjectRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        var bucket = BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner);
        ObjectWrites.Authorize(access, targets, call, bucket, request.Key, ObjectTags.OfHeader(request.Tagging))
            .WithHeaders(request.ACL, request.StorageClass, request.ServerSideEncryption, request.WebsiteRedirectLocation)
            .WithConditions(Conditions(request), makesObject: true);
    }

    protected override void Examine(PutObjectRequest request, CallContext call, ReadTransaction state)
    {
        var conditions = Conditions(request);
        if (conditions != default)
        {
            var bucket = BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner);
            conditions.Demand(request.Key, Objects.Latest(state, bucket.Id, request.Key));
        }
    }

    // AWS: where a request brings no checksum S3 computes one.
    protected override ValueTask<StagedWrite> PrepareAsync(PutObjectRequest request, CallContext call) =>
        writer.StageAsync(request.Body, ChecksumAlgorithm.Crc64Nvme, Longest);

    protected override PutObjectResponse Commit(PutObjectRequest request, StagedWrite prepared, CallContext call, AppendTransaction state)
    {
        var bucket = ObjectWrites.Lock(state, request.Bucket);
        var latest = Objects.Latest(state, bucket.Id, request.Key);
        Conditions(request).Demand(request.Key, latest);
        var written = Objects.Put(
            state,
            new ObjectRecord
            {
                BucketId = bucket.Id,
                Key = request.Key,
                Modified = state.Now,
                Size = prepared.Content.Size,
                ETag = prepared.ETag,
                StorageClass = StorageClasses.Demand(request.StorageClass),
                ChecksumAlgorithm = prepared.Algorithm?.Name(),
                ChecksumType = ObjectChecksum.FullObject,
                Checksum = prepared.Checksum,
                Content = prepared.Content.Id,
                Tags = ObjectTags.OfHeader(request.Tagging),
                Headers = HeadersOf(request),
            },
            bucket.Versioning,
            latest,
            prepared.Freeing());
        var checksum = ObjectChecksum.Of(written);
        return new PutObjectResponse
        {
            ETag = EntityTag.Quoted(written.ETag),
            ChecksumCRC32 = checksum.Crc32,
            ChecksumCRC32C = checksum.Crc32C,
            ChecksumCRC64NVME = checksum.Crc64Nvme,
            ChecksumSHA1 = checksum.Sha1,
            ChecksumSHA256 = checksum.Sha256,
            ChecksumType = checksum.TypeIfAny,
            ServerSideEncryption = Encryption.ServerKeys,
            VersionId = ObjectKey.InHeader(bucket, written.VersionId),
        };
    }

    protected override void Settle(PutObjectRequest request, StagedWrite prepared, PutObjectResponse response) => prepared.Settle();

    protected override void Abandon(StagedWrite prepared) => prepared.Abandon();

    private static WriteConditions Conditions(PutObjectRequest request) => new(request.IfMatch, request.IfNoneMatch);

    private static NamedValues HeadersOf(PutObjectRequest request) => ObjectHeaders.Of(
        request.ContentType,
        request.CacheControl,
        request.ContentDisposition,
        request.ContentEncoding,
        request.ContentLanguage,
        request.Expires,
        request.WebsiteRedirectLocation,
        request.Metadata);
}
