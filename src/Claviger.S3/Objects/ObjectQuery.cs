using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>What GetObject and HeadObject have in common: which object, which of its bytes, and under which conditions.</summary>
internal sealed record ObjectQuery
{
    public required string Bucket { get; init; }

    public required string Key { get; init; }

    public string? VersionId { get; init; }

    public string? ExpectedBucketOwner { get; init; }

    public string? Range { get; init; }

    public int? PartNumber { get; init; }

    public ReadConditions Conditions { get; init; }

    /// <summary>Headers of the answer that the request sets by itself.</summary>
    public bool HasOverrides { get; init; }

    public static ObjectQuery Of(GetObjectRequest request) => new()
    {
        Bucket = request.Bucket,
        Key = request.Key,
        VersionId = request.VersionId,
        ExpectedBucketOwner = request.ExpectedBucketOwner,
        Range = request.Range,
        PartNumber = request.PartNumber,
        Conditions = new(request.IfMatch, request.IfNoneMatch, request.IfModifiedSince, request.IfUnmodifiedSince),
        HasOverrides = (request.ResponseCacheControl ?? request.ResponseContentDisposition ?? request.ResponseContentEncoding
            ?? request.ResponseContentLanguage ?? request.ResponseContentType ?? request.ResponseExpires) is not null,
    };

    public static ObjectQuery Of(HeadObjectRequest request) => new()
    {
        Bucket = request.Bucket,
        Key = request.Key,
        VersionId = request.VersionId,
        ExpectedBucketOwner = request.ExpectedBucketOwner,
        Range = request.Range,
        PartNumber = request.PartNumber,
        Conditions = new(request.IfMatch, request.IfNoneMatch, request.IfModifiedSince, request.IfUnmodifiedSince),
        HasOverrides = (request.ResponseCacheControl ?? request.ResponseContentDisposition ?? request.ResponseContentEncoding
            ?? request.ResponseContentLanguage ?? request.ResponseContentType ?? request.ResponseExpires) is not null,
    };

    /// <exception cref="AwsError">The request contradicts itself, or asks for what an anonymous caller can't have.</exception>
    public void Refine(CallContext call)
    {
        ObjectKey.DemandVersion(VersionId);
        if (Range is not null && PartNumber is not null)
        {
            throw S3Error.InvalidRequest("Cannot specify both Range header and partNumber query parameter");
        }

        if (PartNumber is < 1 or > 10_000)
        {
            throw S3Error.InvalidArgument("Part number must be an integer between 1 and 10000, inclusive", "partNumber", $"{PartNumber}");
        }

        if (HasOverrides && call.Caller.Kind == CallerKind.Anonymous)
        {
            throw S3Error.InvalidRequest("Request specific response headers cannot be used for anonymous GET requests.");
        }
    }

    /// <summary>The object, and which of its bytes.</summary>
    /// <exception cref="AwsError">There is none, or the conditions don't hold.</exception>
    public ObjectView Find(ReadTransaction state)
    {
        var bucket = BucketAccess.Find(state, Bucket, ExpectedBucketOwner);
        var record = ObjectReads.Demand(state, bucket, Key, VersionId);
        Conditions.Demand(record);
        var (range, isPartial) = PartNumber is { } number ? (OfPart(state, record, number), true)
            : ByteRange.Of(Range, record.Size) is { } asked ? (asked, true)
            : (new ByteRange(0, record.Size), false);
        return new ObjectView
        {
            Bucket = bucket,
            Record = record,
            Range = range,
            IsPartial = isPartial,
            PartsCount = PartNumber is not null && record.PartCount > 0 ? (int)record.PartCount : null,
        };
    }

    private static ByteRange OfPart(ReadTransaction state, ObjectRecord record, int number)
    {
        if (record.UploadId is null)
        {
            // AWS: an object that isn't made of parts is its own first.
            return number == 1 ? new(0, record.Size) : throw NoSuchPart(number, 1);
        }

        var start = 0L;
        foreach (var part in ObjectPlaces.PartsOf(state, record))
        {
            if (part.Number == number)
            {
                return new(start, part.Size);
            }

            start += part.Size;
        }

        throw NoSuchPart(number, record.PartCount);
    }

    private static AwsError NoSuchPart(int number, long count) =>
        new AwsError("InvalidPartNumber", 416, "The requested partnumber is not satisfiable")
            .With("PartNumberRequested", $"{number}").With("ActualPartCount", $"{count}");
}
