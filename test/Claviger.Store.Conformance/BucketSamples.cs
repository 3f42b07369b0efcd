using Claviger.Policy;

namespace Claviger.Store.Conformance;

/// <summary>Buckets and objects for tests, and short ways to write them.</summary>
internal static class BucketSamples
{
    private static readonly DateTimeOffset At = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    public static BucketRecord Bucket(string name, AccountId? account = null) => new()
    {
        Id = Buckets.NewId(), Account = account ?? StoreUnderTest.Account, Name = name, Region = "eu-west-1", Created = At,
    };

    public static ObjectRecord Object(BucketRecord bucket, string key) =>
        new() { BucketId = bucket.Id, Key = key, Modified = At, Size = key.Length, ETag = "e", Content = ContentId.New() };

    public static ObjectRecord DeleteMarker(BucketRecord bucket, string key) => new() { BucketId = bucket.Id, Key = key, Modified = At, IsDeleteMarker = true };

    public static UploadRecord Upload(BucketRecord bucket, string key, string id) => new()
    {
        BucketId = bucket.Id, Key = key, Id = id, Initiated = At, InitiatorId = "arn:aws:iam::111122223333:user/bob", InitiatorName = "bob",
    };

    public static PartRecord Part(BucketRecord bucket, string upload, int number) => new()
    {
        BucketId = bucket.Id, UploadId = upload, Number = number, Modified = At, Size = 5, ETag = "e", Content = ContentId.New(),
    };

    public static async Task<BucketRecord> CreateBucketAsync(this IStore store, string name = "photos", BucketVersioning versioning = BucketVersioning.Never)
    {
        var bucket = Bucket(name) with { Versioning = versioning };
        await store.WriteAsync(bucket.Account, tx => Buckets.Insert(tx, bucket));
        return bucket;
    }

    /// <summary>Puts an object as the server does, by the bucket's versioning as it is now.</summary>
    /// <returns>The object as written, and the contents that were freed.</returns>
    public static Task<(ObjectRecord Written, List<ContentId> Freed)> PutAsync(this IStore store, ObjectRecord record) =>
        store.AppendAsync(StoreUnderTest.Account, tx =>
        {
            var freed = new List<ContentId>();
            var bucket = Buckets.Lock(tx, record.BucketId)!;
            return (Objects.Put(tx, record, bucket.Versioning, Objects.Latest(tx, bucket.Id, record.Key), freed), freed);
        });

    public static Task<List<ContentId>> DeleteAsync(this IStore store, ObjectRecord record) => store.AppendAsync(StoreUnderTest.Account, tx =>
    {
        var freed = new List<ContentId>();
        Objects.Delete(tx, Objects.Version(tx, record.BucketId, record.Key, record.VersionId)!, freed);
        return freed;
    });
}
