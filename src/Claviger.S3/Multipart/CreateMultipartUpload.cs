using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Begins an upload in parts.</summary>
internal sealed class CreateMultipartUpload(BucketAccess access) : ObjectOperation<CreateMultipartUploadRequest, None, CreateMultipartUploadResponse>
{
    protected override void Refine(CreateMultipartUploadRequest request, CallContext call)
    {
        ObjectKey.Demand(request.Key);
        Acls.DemandHarmless(request.ACL, request.GrantFullControl, request.GrantRead, request.GrantReadACP, request.GrantWriteACP);
        Encryption.Demand(request.ServerSideEncryption, request.SSECustomerAlgorithm, request.SSEKMSKeyId);
        ObjectLock.DemandNone(request.ObjectLockMode, request.ObjectLockRetainUntilDate, request.ObjectLockLegalHoldStatus);
        StorageClasses.Demand(request.StorageClass);
        ObjectTags.OfHeader(request.Tagging);
        HeadersOf(request);
        UploadChecksums.Choose(request.ChecksumAlgorithm, request.ChecksumType);
    }

    protected override void Authorize(CreateMultipartUploadRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        ObjectWrites.Authorize(
            access,
            targets,
            call,
            BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner),
            request.Key,
            ObjectTags.OfHeader(request.Tagging))
            .WithHeaders(request.ACL, request.StorageClass, request.ServerSideEncryption, request.WebsiteRedirectLocation)
            .WithConditions(default, makesObject: false);

    protected override ValueTask<None> PrepareAsync(CreateMultipartUploadRequest request, CallContext call) => default;

    protected override CreateMultipartUploadResponse Commit(CreateMultipartUploadRequest request, None prepared, CallContext call, AppendTransaction state)
    {
        var bucket = ObjectWrites.Lock(state, request.Bucket);
        var (algorithm, type) = UploadChecksums.Choose(request.ChecksumAlgorithm, request.ChecksumType);
        var (initiatorId, initiatorName) = UploadAccess.Initiator(call, state);
        var upload = new UploadRecord
        {
            BucketId = bucket.Id,
            Key = request.Key,
            Id = Uploads.NewId(state.Now),
            Initiated = state.Now,
            InitiatorId = initiatorId,
            InitiatorName = initiatorName,
            StorageClass = StorageClasses.Demand(request.StorageClass),
            ChecksumAlgorithm = algorithm,
            ChecksumType = type,
            Tags = ObjectTags.OfHeader(request.Tagging),
            Headers = HeadersOf(request),
        };
        Uploads.Insert(state, upload);
        var (abortDate, abortRule) = UploadAccess.Abort(bucket, upload.Key, upload.Initiated);
        return new CreateMultipartUploadResponse
        {
            Bucket = bucket.Name,
            Key = upload.Key,
            UploadId = upload.Id,
            AbortDate = abortDate,
            AbortRuleId = abortRule,
            ServerSideEncryption = Encryption.ServerKeys,
            ChecksumAlgorithm = algorithm,
            ChecksumType = type,
        };
    }

    private static NamedValues HeadersOf(CreateMultipartUploadRequest request) => ObjectHeaders.Of(
        request.ContentType,
        request.CacheControl,
        request.ContentDisposition,
        request.ContentEncoding,
        request.ContentLanguage,
        request.Expires,
        request.WebsiteRedirectLocation,
        request.Metadata);
}
