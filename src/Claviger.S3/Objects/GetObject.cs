using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Answers an object, or some of its bytes.</summary>
internal sealed class GetObject(BucketAccess access, ObjectPlaces places) : ReadOperation<GetObjectRequest, GetObjectResponse>
{
    public const string Action = "s3:GetObject";
    public const string VersionAction = "s3:GetObjectVersion";

    protected override void Refine(GetObjectRequest request, CallContext call) => ObjectQuery.Of(request).Refine(call);

    protected override void Authorize(GetObjectRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        ObjectReads.Authorize(
            access, targets, call, state, (request.Bucket, request.Key, request.VersionId, request.ExpectedBucketOwner), Action, VersionAction);

    protected override GetObjectResponse Run(GetObjectRequest request, CallContext call, ReadTransaction state)
    {
        var view = ObjectQuery.Of(request).Find(state);
        var checksum = view.Checksum(request.ChecksumMode);
        return new GetObjectResponse
        {
            StatusCode = view.StatusCode,
            Body = places.Open(state, view.Record, view.Range.Offset, view.Range.Length),
            AcceptRanges = "bytes",
            LastModified = view.Record.Modified,
            ContentLength = view.Range.Length,
            ContentRange = view.ContentRange,
            ETag = EntityTag.Quoted(view.Record.ETag),
            ChecksumCRC32 = checksum.Crc32,
            ChecksumCRC32C = checksum.Crc32C,
            ChecksumCRC64NVME = checksum.Crc64Nvme,
            ChecksumSHA1 = checksum.Sha1,
            ChecksumSHA256 = checksum.Sha256,
            ChecksumType = checksum.TypeIfAny,
            VersionId = view.VersionId,
            CacheControl = view.Header(ObjectHeaders.CacheControl, request.ResponseCacheControl),
            ContentDisposition = view.Header(ObjectHeaders.ContentDisposition, request.ResponseContentDisposition),
            ContentEncoding = view.Header(ObjectHeaders.ContentEncoding, request.ResponseContentEncoding),
            ContentLanguage = view.Header(ObjectHeaders.ContentLanguage, request.ResponseContentLanguage),
            ContentType = view.Header(ObjectHeaders.ContentType, request.ResponseContentType),
            Expires = view.Header(ObjectHeaders.Expires, request.ResponseExpires),
            WebsiteRedirectLocation = view.Header(ObjectHeaders.Redirect),
            ServerSideEncryption = Encryption.ServerKeys,
            Metadata = ObjectHeaders.Metadata(view.Record.Headers),
            StorageClass = StorageClasses.InHeader(view.Record.StorageClass),
            PartsCount = view.PartsCount,
            TagCount = ObjectTagging.VisibleCount(access, call, state, view),
        };
    }
}
