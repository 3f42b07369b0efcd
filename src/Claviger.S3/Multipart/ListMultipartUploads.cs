using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Lists the uploads under way in a bucket, by key and then by when they were begun.</summary>
internal sealed class ListMultipartUploads(BucketAccess access) : ReadOperation<ListMultipartUploadsRequest, ListMultipartUploadsResponse>
{
    protected override void Refine(ListMultipartUploadsRequest request, CallContext call)
    {
        ListingText.DemandEncoding(request.EncodingType);
        ListingText.Limit(request.MaxUploads, "max-uploads");
    }

    protected override void Authorize(ListMultipartUploadsRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        access.OnListing(
            targets,
            call,
            "s3:ListBucketMultipartUploads",
            BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner),
            request.Prefix,
            request.Delimiter,
            null);

    protected override ListMultipartUploadsResponse Run(ListMultipartUploadsRequest request, CallContext call, ReadTransaction state)
    {
        var bucket = BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner);
        var encoding = request.EncodingType;
        var limit = ListingText.Limit(request.MaxUploads, "max-uploads");
        var range = new KeyRange
        {
            Prefix = request.Prefix ?? "",
            Delimiter = request.Delimiter,
            After = string.IsNullOrEmpty(request.KeyMarker) ? null : request.KeyMarker,
            Limit = limit,
        };
        var page = Uploads.List(state, bucket.Id, range, string.IsNullOrEmpty(request.UploadIdMarker) ? null : request.UploadIdMarker);
        var owner = Acls.Owner(bucket, state);
        var last = page.IsTruncated && page.Entries.Count > 0 ? page.Entries[^1] : default;
        return new ListMultipartUploadsResponse
        {
            Bucket = bucket.Name,
            KeyMarker = ListingText.Encoded(request.KeyMarker ?? "", encoding),
            UploadIdMarker = request.UploadIdMarker ?? "",
            NextKeyMarker = ListingText.Encoded(last.CommonPrefix ?? last.Item?.Key, encoding) ?? "",
            NextUploadIdMarker = last.Item?.Id ?? "",
            Prefix = ListingText.Encoded(request.Prefix ?? "", encoding),
            Delimiter = ListingText.Encoded(request.Delimiter, encoding),
            MaxUploads = limit,
            EncodingType = encoding,
            IsTruncated = page.IsTruncated && limit > 0,
            Uploads = [.. page.Items.Select(upload => Shown(upload, encoding, owner))],
            CommonPrefixes = ListedShapes.Prefixes(page, encoding),
        };
    }

    private static MultipartUploadShape Shown(UploadRecord upload, string? encoding, OwnerShape owner) => new()
    {
        Key = ListingText.Encoded(upload.Key, encoding),
        UploadId = upload.Id,
        Initiated = upload.Initiated,
        StorageClass = upload.StorageClass,
        Owner = owner,
        Initiator = new InitiatorShape { ID = upload.InitiatorId, DisplayName = upload.InitiatorName },
        ChecksumAlgorithm = upload.ChecksumAlgorithm,
        ChecksumType = upload.ChecksumType,
    };
}
