using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Sources of copies: what reading them takes, and their bytes.</summary>
internal sealed class CopySources(BucketAccess access, ObjectPlaces places, IStore store)
{
    /// <summary>The longest source of one copy.</summary>
    private const long Longest = PutObject.Longest;

    /// <summary>Adds what reading the source takes.</summary>
    public void Authorize(Targets targets, CallContext call, ReadTransaction state, CopySource source, string? expectedOwner) =>
        ObjectReads.Authorize(
            access, targets, call, state, (source.Bucket, source.Key, source.VersionId, expectedOwner), GetObject.Action, GetObject.VersionAction);

    /// <summary>The source as it is now.</summary>
    /// <exception cref="AwsError">There is none, or the conditions don't hold.</exception>
    public static (BucketRecord Bucket, ObjectRecord Record) Demand(ReadTransaction state, CopySource source, string? expectedOwner, ReadConditions conditions)
    {
        var bucket = BucketAccess.Find(state, source.Bucket, expectedOwner);
        var found = ObjectKey.Find(state, bucket, source.Key, source.VersionId);
        if (found is { IsDeleteMarker: true } && source.VersionId is not null)
        {
            throw S3Error.InvalidRequest("The source of a copy request may not specifically refer to a delete marker by version id.");
        }

        var record = ObjectReads.Demand(state, bucket, source.Key, source.VersionId);
        conditions.DemandOfSource(record);
        return (bucket, record);
    }

    /// <summary>Opens the source, or some of its bytes.</summary>
    /// <param name="source">Which.</param>
    /// <param name="expectedOwner">The account that its bucket must be of; null for any.</param>
    /// <param name="conditions">What it must be.</param>
    /// <param name="choose">Which of its bytes, by its size.</param>
    /// <exception cref="AwsError">There is none, the conditions don't hold, or it is too long.</exception>
    public async ValueTask<OpenSource> OpenAsync(CopySource source, string? expectedOwner, ReadConditions conditions, Func<long, ByteRange> choose) =>
        await store.ReadAsync(state =>
        {
            var (bucket, record) = Demand(state, source, expectedOwner, conditions);
            var range = choose(record.Size);
            return range.Length <= Longest
                ? new OpenSource(bucket, record, places.Open(state, record, range.Offset, range.Length))
                : throw S3Error.InvalidRequest(
                    $"The specified copy source is larger than the maximum allowable size for a copy source: {Longest}");
        });
}
