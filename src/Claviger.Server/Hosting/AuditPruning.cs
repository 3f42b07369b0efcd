using Claviger.Store;

namespace Claviger.Server;

/// <summary>Drops what the audit trail keeps no longer, once an hour.</summary>
internal sealed partial class AuditPruning(IStore store, AuditRetention retention, TimeProvider time, ILogger<AuditPruning> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await PruneAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping: the next start goes on with it.
        }
    }

    private async Task PruneAsync()
    {
        try
        {
            await retention.ApplyAsync(store, time.GetUtcNow());
        }
        catch (StoreException error)
        {
            LogFailure(log, error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The audit trail can't be pruned now")]
    private static partial void LogFailure(ILogger log, Exception exception);
}
