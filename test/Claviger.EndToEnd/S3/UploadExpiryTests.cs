using Claviger.Policy;
using Claviger.S3;
using Claviger.Store;
using Claviger.Store.Conformance;

namespace Claviger.EndToEnd;

/// <summary>Lifecycle rules end uploads, with the clock in the test's hand.</summary>
public sealed class UploadExpiryTests
{
    private static readonly AccountId Account = AccountId.Parse("111122223333");

    [Fact]
    public async Task Uploads_that_are_due_end_and_others_stay()
    {
        var time = new ManualTime();
        await using var store = SqliteStore.OpenEphemeral(time);
        using var folder = new ContentFolder(new ContentPlace(Directory.CreateTempSubdirectory("claviger-test-").FullName) { IsTemporary = true });
        using var freed = new FreedContents(folder, time);
        using var expiry = new UploadExpiry(store, freed, time);
        await store.CreateAccountAsync(Account);
        var rule = new Aws.Shapes.S3.LifecycleRuleShape
        {
            Status = "Enabled",
            Filter = new Aws.Shapes.S3.LifecycleRuleFilterShape { Prefix = "tmp/" },
            AbortIncompleteMultipartUpload = new Aws.Shapes.S3.AbortIncompleteMultipartUploadShape { DaysAfterInitiation = 2 },
        };
        var bucket = new BucketRecord
        {
            Id = 1, Account = Account, Name = "expiring", Region = "us-east-1", Created = time.GetUtcNow(),
            Lifecycle = LifecycleRules.Of(new Aws.Shapes.S3.BucketLifecycleConfigurationShape { Rules = [rule] }).Written(),
        };
        await store.WriteAsync(Account, tx => Buckets.Insert(tx, bucket), TestContext.Current.CancellationToken);
        await store.AppendAsync(tx =>
        {
            foreach (var key in (string[])["tmp/a", "kept/b"])
            {
                Uploads.Insert(tx, new UploadRecord { BucketId = 1, Key = key, Id = "u", Initiated = tx.Now, InitiatorId = "i", InitiatorName = "n" });
            }
        }, TestContext.Current.CancellationToken);

        async Task<string[]> KeysAfterAsync(TimeSpan later)
        {
            time.Advance(later);
            await expiry.RunAsync(TestContext.Current.CancellationToken);
            return [.. (await store.ReadAsync(tx => Uploads.List(tx, 1, new KeyRange { Limit = 10 }, null))).Items.Select(static it => it.Key)];
        }

        Assert.Equal(["kept/b", "tmp/a"], await KeysAfterAsync(TimeSpan.FromDays(2)));
        Assert.Equal(["kept/b"], await KeysAfterAsync(TimeSpan.FromDays(1)));
        Assert.Equal(["kept/b"], await KeysAfterAsync(TimeSpan.FromDays(100)));
    }
}
