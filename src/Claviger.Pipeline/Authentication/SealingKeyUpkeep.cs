using Claviger.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Claviger.Pipeline;

/// <summary>Brings the sealing keys through their lives, a look every few minutes.</summary>
internal sealed partial class SealingKeyUpkeep(SealingKeys keys, TimeProvider time, ILogger<SealingKeyUpkeep> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryMaintainAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends; a step that is due will be taken by the next.
        }
    }

    private async Task TryMaintainAsync()
    {
        try
        {
            await keys.MaintainAsync(time.GetUtcNow());
        }
        catch (StoreException e)
        {
            LogFailure(log, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sealing keys can't be looked after now")]
    private static partial void LogFailure(ILogger log, Exception exception);
}
