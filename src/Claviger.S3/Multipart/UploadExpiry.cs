using Claviger.Store;
using Microsoft.Extensions.Hosting;

namespace Claviger.S3;

/// <summary>Ends uploads that have been under way for longer than their bucket's lifecycle rules allow.</summary>
public sealed class UploadExpiry(IStore store, FreedContents freed, TimeProvider time) : BackgroundService
{
    private const int BucketsAtOnce = 100;
    private const int UploadsAtOnce = 1000;
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Ends what is due now.</summary>
    internal async Task RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var after = -1L;
        while (true)
        {
            var buckets = await store.ReadAsync(tx => Buckets.PageWithLifecycle(tx, after, BucketsAtOnce));
            foreach (var bucket in buckets)
            {
                await ExpireAsync(bucket, LifecycleRules.Read(bucket.Lifecycle!), now, cancellation);
                after = bucket.Id;
            }

            if (buckets.Count < BucketsAtOnce)
            {
                return;
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await RunAsync(stoppingToken);
                }
                catch (StoreException)
                {
                    // The next round finds what is left.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    private async Task ExpireAsync(BucketRecord bucket, LifecycleRules rules, DateTimeOffset now, CancellationToken cancellation)
    {
        if (rules.FewestDays is not { } days)
        {
            return;
        }

        // Those that no rule is for stay in the way of none: each round begins anew with the oldest, and goes on by their number.

        UploadRecord? last = null;
        while (true)
        {
            var page = await store.ReadAsync(tx => Uploads.Before(tx, bucket.Id, now.AddDays(-days), last, UploadsAtOnce));
            foreach (var upload in page)
            {
                if (rules.For(upload.Key) is { } rule && LifecycleRules.AbortDate(upload.Initiated, rule) <= now)
                {
                    freed.Add(await store.AppendAsync(bucket.Account, tx => End(tx, upload), cancellation));
                }
            }

            if (page.Count < UploadsAtOnce)
            {
                return;
            }

            last = page[^1];
        }
    }

    private static List<ContentId> End(AppendTransaction tx, UploadRecord upload)
    {
        var contents = new List<ContentId>();
        if (Buckets.Lock(tx, upload.BucketId) is not null && Uploads.Find(tx, upload.BucketId, upload.Key, upload.Id) is not null)
        {
            Uploads.Delete(tx, upload);
            Parts.DeleteAll(tx, upload.BucketId, upload.Id, contents);
        }

        return contents;
    }
}
