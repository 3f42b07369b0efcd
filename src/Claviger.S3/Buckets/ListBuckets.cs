using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Lists the account's buckets by name.</summary>
internal sealed class ListBuckets : ReadOperation<ListBucketsRequest, ListBucketsResponse>
{
    private const int Most = 10_000;
    private const int AtOnce = 1000;

    protected override void Refine(ListBucketsRequest request, CallContext call)
    {
        if (request.MaxBuckets is < 1 or > Most)
        {
            throw S3Error.InvalidArgument("Argument max-buckets must be an integer between 1 and 10000", "max-buckets", $"{request.MaxBuckets}");
        }

        ListingText.AfterToken(request.ContinuationToken);
    }

    protected override void Authorize(ListBucketsRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("s3:ListAllMyBuckets");

    protected override ListBucketsResponse Run(ListBucketsRequest request, CallContext call, ReadTransaction state)
    {
        var limit = request.MaxBuckets ?? Most;
        var after = ListingText.AfterToken(request.ContinuationToken) ?? "";
        var found = Wanted(request, call, state, after).Take(limit + 1).ToList();
        var isTruncated = found.Count > limit;
        if (isTruncated)
        {
            found.RemoveAt(limit);
        }

        return new ListBucketsResponse
        {
            Owner = new OwnerShape { ID = Acls.CanonicalId(call, state) },
            Prefix = request.Prefix,
            ContinuationToken = isTruncated ? ListingText.Token(found[^1].Name) : null,
            Buckets = [.. found.Select(static bucket => new BucketShape
            {
                Name = bucket.Name,
                CreationDate = bucket.Created,
                BucketRegion = bucket.Region,
                BucketArn = BucketAccess.Arn(bucket.Name),
            })],
        };
    }

    private static IEnumerable<BucketRecord> Wanted(ListBucketsRequest request, CallContext call, ReadTransaction state, string after)
    {
        while (true)
        {
            var page = Buckets.Page(state, call.Caller.Account, after, AtOnce);
            foreach (var bucket in page)
            {
                if (bucket.Name.StartsWith(request.Prefix ?? "", StringComparison.Ordinal) && (request.BucketRegion ?? bucket.Region) == bucket.Region)
                {
                    yield return bucket;
                }
            }

            if (page.Count < AtOnce)
            {
                yield break;
            }

            after = page[^1].Name;
        }
    }
}
