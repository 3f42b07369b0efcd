using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Lists a bucket's objects by key.</summary>
internal sealed class ListObjectsV2(BucketAccess access) : ReadOperation<ListObjectsV2Request, ListObjectsV2Response>
{
    protected override void Refine(ListObjectsV2Request request, CallContext call)
    {
        ListingText.DemandEncoding(request.EncodingType);
        ListingText.Limit(request.MaxKeys, "maxKeys");
    }

    protected override void Authorize(ListObjectsV2Request request, Targets targets, CallContext call, ReadTransaction state) => access.OnListing(
        targets,
        call,
        BucketAccess.ListBucket,
        BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner),
        request.Prefix,
        request.Delimiter,
        request.MaxKeys);

    protected override ListObjectsV2Response Run(ListObjectsV2Request request, CallContext call, ReadTransaction state)
    {
        var bucket = BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner);
        var encoding = request.EncodingType;
        var limit = ListingText.Limit(request.MaxKeys, "maxKeys");
        var page = ObjectListings.Current(state, bucket.Id, new KeyRange
        {
            Prefix = request.Prefix ?? "",
            Delimiter = request.Delimiter,
            After = ListingText.AfterToken(request.ContinuationToken) ?? (string.IsNullOrEmpty(request.StartAfter) ? null : request.StartAfter),
            Limit = limit,
        });
        var owner = request.FetchOwner == true ? Acls.Owner(bucket, state) : null;
        return new ListObjectsV2Response
        {
            Name = bucket.Name,
            Prefix = ListingText.Encoded(request.Prefix ?? "", encoding),
            Delimiter = ListingText.Encoded(request.Delimiter, encoding),
            MaxKeys = limit,
            EncodingType = encoding,
            KeyCount = page.Entries.Count,
            IsTruncated = page.IsTruncated && limit > 0,
            Contents = [.. page.Items.Select(item => ListedShapes.Object(item, encoding, owner))],
            CommonPrefixes = ListedShapes.Prefixes(page, encoding),
            ContinuationToken = request.ContinuationToken,
            NextContinuationToken = ListedShapes.Next(page, static item => item.Key) is { } next ? ListingText.Token(next) : null,
            StartAfter = ListingText.Encoded(request.StartAfter, encoding),
        };
    }
}
