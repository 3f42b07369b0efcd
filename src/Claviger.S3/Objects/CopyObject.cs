using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Stores a copy of an object, with its headers and tags or with others.</summary>
internal sealed class CopyObject(BucketAccess access, CopySources sources, ContentWriter writer)
    : ObjectOperation<CopyObjectRequest, StagedCopy, CopyObjectResponse>
{
    private const string Replace = "REPLACE";

    protected override void Refine(CopyObjectRequest request, CallContext call)
    {
        ObjectKey.Demand(request.Key);
        Acls.DemandHarmless(request.ACL, request.GrantFullControl, request.GrantRead, request.GrantReadACP, request.GrantWriteACP);
        Encryption.Demand(request.ServerSideEncryption, request.SSECustomerAlgorithm ?? request.CopySourceSSECustomerAlgorithm, request.SSEKMSKeyId);
        ObjectLock.DemandNone(request.ObjectLockMode, request.ObjectLockRetainUntilDate, request.ObjectLockLegalHoldStatus);
        Conditions(request).Refine();
        StorageClasses.Demand(request.StorageClass);
        ObjectTags.OfHeader(request.Tagging);
        HeadersOf(request);
        AlgorithmOf(request, null);
        var source = CopySource.Of(request.CopySource);
        var changesNothing = request.MetadataDirective != Replace && request.StorageClass is null && request.WebsiteRedirectLocation is null
            && request.ServerSideEncryption is null && request.TaggingDirective != Replace && request.ChecksumAlgorithm is null;
        if (changesNothing && source == new CopySource(request.Bucket, request.Key, null))
        {
            throw S3Error.InvalidRequest(
                "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, "
                + "storage class, website redirect location or encryption attributes.");
        }
    }

    protected override void Authorize(CopyObjectRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        var bucket = BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner);
        var source = CopySource.Of(request.CopySource);
        var from = BucketAccess.Find(state, source.Bucket, request.ExpectedSourceBucketOwner);
        var tags = request.TaggingDirective == Replace
            ? ObjectTags.OfHeader(request.Tagging)
            : access.Facts.TagsOf(call, state, from, source.Key, source.VersionId);
        ObjectWrites.Authorize(access, targets, call, bucket, request.Key, tags)
            .With(S3Keys.CopySource, $"{source.Bucket}/{source.Key}")
            .With(S3Keys.MetadataDirective, request.MetadataDirective)
            .WithHeaders(request.ACL, request.StorageClass, request.ServerSideEncryption, request.WebsiteRedirectLocation)
            .WithConditions(Conditions(request), makesObject: true);
        sources.Authorize(targets, call, state, source, request.ExpectedSourceBucketOwner);

        // AWS: tags that are taken along are read.
        if (request.TaggingDirective != Replace && tags.Count > 0)
        {
            var action = source.VersionId is null ? ObjectTagging.Get : ObjectTagging.GetOfVersion;
            access.Facts.Describe(access.OnObject(targets, call, action, from, source.Key), call, state, from, source.Key, source.VersionId);
        }
    }

    protected override async ValueTask<StagedCopy> PrepareAsync(CopyObjectRequest request, CallContext call)
    {
        var open = await sources.OpenAsync(
            CopySource.Of(request.CopySource), request.ExpectedSourceBucketOwner, SourceConditions(request), static size => new ByteRange(0, size));
        await using var content = open.Content;
        var algorithm = AlgorithmOf(request, open.Record);
        var write = await writer.StageAsync(new ContentStream(content, new ContentChecks { Length = open.Record.Size }), algorithm, PutObject.Longest);
        return new StagedCopy(write, open.Bucket, open.Record);
    }

    protected override CopyObjectResponse Commit(CopyObjectRequest request, StagedCopy prepared, CallContext call, AppendTransaction state)
    {
        var bucket = ObjectWrites.Lock(state, request.Bucket);
        var latest = Objects.Latest(state, bucket.Id, request.Key);
        Conditions(request).Demand(request.Key, latest);
        var (source, write) = (prepared.Source, prepared.Write);
        var written = Objects.Put(
            state,
            new ObjectRecord
            {
                BucketId = bucket.Id,
                Key = request.Key,
                Modified = state.Now,
                Size = write.Content.Size,
                ETag = write.ETag,
                StorageClass = StorageClasses.Demand(request.StorageClass),
                ChecksumAlgorithm = write.Algorithm?.Name(),
                ChecksumType = ObjectChecksum.FullObject,
                Checksum = write.Checksum,
                Content = write.Content.Id,
                Tags = TagsOf(request, source),
                Headers = request.MetadataDirective == Replace ? HeadersOf(request) : WithRedirect(source.Headers, request.WebsiteRedirectLocation),
            },
            bucket.Versioning,
            latest,
            write.Freeing());
        var checksum = ObjectChecksum.Of(written);
        return new CopyObjectResponse
        {
            CopySourceVersionId = prepared.SourceVersionId,
            VersionId = ObjectKey.InHeader(bucket, written.VersionId),
            ServerSideEncryption = Encryption.ServerKeys,
            CopyObjectResult = new CopyObjectResultShape
            {
                ETag = EntityTag.Quoted(written.ETag),
                LastModified = written.Modified,
                ChecksumCRC32 = checksum.Crc32,
                ChecksumCRC32C = checksum.Crc32C,
                ChecksumCRC64NVME = checksum.Crc64Nvme,
                ChecksumSHA1 = checksum.Sha1,
                ChecksumSHA256 = checksum.Sha256,
                ChecksumType = checksum.TypeIfAny,
            },
        };
    }

    protected override void Settle(CopyObjectRequest request, StagedCopy prepared, CopyObjectResponse response) => prepared.Write.Settle();

    protected override void Abandon(StagedCopy prepared) => prepared.Write.Abandon();

    private static WriteConditions Conditions(CopyObjectRequest request) => new(request.IfMatch, request.IfNoneMatch);

    private static ReadConditions SourceConditions(CopyObjectRequest request) => new(
        request.CopySourceIfMatch, request.CopySourceIfNoneMatch, request.CopySourceIfModifiedSince, request.CopySourceIfUnmodifiedSince);

    private static NamedValues TagsOf(CopyObjectRequest request, ObjectRecord source) =>
        request.TaggingDirective == Replace ? ObjectTags.OfHeader(request.Tagging) : source.Tags;

    // AWS: the redirect is never taken along.
    private static NamedValues WithRedirect(NamedValues headers, string? redirect)
    {
        var kept = headers.Where(static header => header.Key != ObjectHeaders.Redirect);
        return NamedValues.Of(redirect is null ? kept : kept.Append(new(ObjectHeaders.Redirect, redirect)));
    }

    private static ChecksumAlgorithm AlgorithmOf(CopyObjectRequest request, ObjectRecord? source) =>
        (request.ChecksumAlgorithm ?? source?.ChecksumAlgorithm) is { } name
            ? ChecksumAlgorithms.Parse(name) ?? throw S3Error.UnknownChecksumAlgorithm()
            : ChecksumAlgorithm.Crc64Nvme;

    private static NamedValues HeadersOf(CopyObjectRequest request) => ObjectHeaders.Of(
        request.ContentType,
        request.CacheControl,
        request.ContentDisposition,
        request.ContentEncoding,
        request.ContentLanguage,
        request.Expires,
        request.WebsiteRedirectLocation,
        request.Metadata);
}
