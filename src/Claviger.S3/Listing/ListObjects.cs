using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Lists a bucket's objects by key, in the older way.</summary>
internal sealed class ListObjects(BucketAccess access) : ReadOperation<ListObjectsRequest, ListObjectsResponse>
{
    protected override void Refine(ListObjectsRequest request, CallContext call)
    {
        ListingText.DemandEncoding(request.EncodingType);
        ListingText.Limit(request.MaxKeys, "maxKeys");
    }

    protected override void Authorize(ListObjectsRequest request, Targets targets, CallContext call, ReadTransaction state) => access.OnListing(
        targets,
        call,
        BucketAccess.ListBucket,
        BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner),
        request.Prefix,
        request.Delimiter,
        request.MaxKeys);

    protected override ListObjectsResponse Run(ListObjectsRequest request, CallContext call, ReadTransaction state)
    {
        var bucket = BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner);
        var encoding = request.EncodingType;
        var limit = ListingText.Limit(request.MaxKeys, "maxKeys");
        var page = ObjectListings.Current(state, bucket.Id, new KeyRange
        {
            Prefix = request.Prefix ?? "",
            Delimiter = request.Delimiter,
            After = string.IsNullOrEmpty(request.Marker) ? null : request.Marker,
            Limit = limit,
        });
        var owner = Acls.Owner(bucket, state);
        return new ListObjectsResponse
        {
            Name = bucket.Name,
            Prefix = ListingText.Encoded(request.Prefix ?? "", encoding),
            Marker = ListingText.Encoded(request.Marker ?? "", encoding),
            Delimiter = ListingText.Encoded(request.Delimiter, encoding),
            MaxKeys = limit,
            EncodingType = encoding,
            IsTruncated = page.IsTruncated && limit > 0,
            // AWS: without a delimiter the last key is the marker, and isn't said again.
            NextMarker = string.IsNullOrEmpty(request.Delimiter) ? null : ListingText.Encoded(ListedShapes.Next(page, static item => item.Key), encoding),
            Contents = [.. page.Items.Select(item => ListedShapes.Object(item, encoding, owner))],
            CommonPrefixes = ListedShapes.Prefixes(page, encoding),
        };
    }
}
