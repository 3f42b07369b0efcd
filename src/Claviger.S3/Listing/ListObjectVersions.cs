using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Lists all versions of a bucket's objects, and its delete markers, by key and then from the newest on.</summary>
internal sealed class ListObjectVersions(BucketAccess access) : ReadOperation<ListObjectVersionsRequest, ListObjectVersionsResponse>
{
    protected override void Refine(ListObjectVersionsRequest request, CallContext call)
    {
        ListingText.DemandEncoding(request.EncodingType);
        ListingText.Limit(request.MaxKeys, "maxKeys");
        if (!string.IsNullOrEmpty(request.VersionIdMarker) && string.IsNullOrEmpty(request.KeyMarker))
        {
            throw S3Error.InvalidArgument(
                "A version-id marker cannot be specified without a key marker.", "version-id-marker", request.VersionIdMarker);
        }
    }

    protected override void Authorize(ListObjectVersionsRequest request, Targets targets, CallContext call, ReadTransaction state) => access.OnListing(
        targets,
        call,
        "s3:ListBucketVersions",
        BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner),
        request.Prefix,
        request.Delimiter,
        request.MaxKeys);

    protected override ListObjectVersionsResponse Run(ListObjectVersionsRequest request, CallContext call, ReadTransaction state)
    {
        if (!string.IsNullOrEmpty(request.VersionIdMarker) && !ObjectVersionId.IsWellFormed(request.VersionIdMarker))
        {
            throw S3Error.InvalidArgument("Invalid version id specified", "version-id-marker", request.VersionIdMarker);
        }

        var bucket = BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner);
        var encoding = request.EncodingType;
        var limit = ListingText.Limit(request.MaxKeys, "maxKeys");
        var range = new KeyRange
        {
            Prefix = request.Prefix ?? "",
            Delimiter = request.Delimiter,
            After = string.IsNullOrEmpty(request.KeyMarker) ? null : request.KeyMarker,
            Limit = limit,
        };
        var page = ObjectListings.Versions(state, bucket.Id, range, string.IsNullOrEmpty(request.VersionIdMarker) ? null : request.VersionIdMarker);
        var owner = Acls.Owner(bucket, state);
        var last = page.IsTruncated && page.Entries.Count > 0 ? page.Entries[^1] : default;
        return new ListObjectVersionsResponse
        {
            Name = bucket.Name,
            Prefix = ListingText.Encoded(request.Prefix ?? "", encoding),
            KeyMarker = ListingText.Encoded(request.KeyMarker ?? "", encoding),
            VersionIdMarker = request.VersionIdMarker ?? "",
            Delimiter = ListingText.Encoded(request.Delimiter, encoding),
            MaxKeys = limit,
            EncodingType = encoding,
            IsTruncated = page.IsTruncated && limit > 0,
            NextKeyMarker = ListingText.Encoded(last.CommonPrefix ?? last.Item?.Key, encoding),
            NextVersionIdMarker = last.Item?.VersionId,
            Versions = [.. page.Items.Where(static item => !item.IsDeleteMarker).Select(item => ListedShapes.Version(item, encoding, owner))],
            DeleteMarkers = [.. page.Items.Where(static item => item.IsDeleteMarker).Select(item => ListedShapes.DeleteMarker(item, encoding, owner))],
            CommonPrefixes = ListedShapes.Prefixes(page, encoding),
        };
    }
}
