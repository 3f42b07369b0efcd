using Claviger.Store;
using Microsoft.Extensions.Hosting;

namespace Claviger.S3;

/// <summary>Deletes contents that no record refers to any more, a little later: who reads an older snapshot can still open them.</summary>
public sealed class FreedContents(ContentFolder folder, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private List<ContentId> _fresh = [];
    private List<ContentId> _due = [];

    /// <summary>Takes contents that were freed by a transaction that is durable.</summary>
    internal void Add(IReadOnlyCollection<ContentId> freed)
    {
        if (freed.Count > 0)
        {
            lock (_gate)
            {
                _fresh.AddRange(freed);
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Delay, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                DeleteDue();
            }
        }
        catch (OperationCanceledException)
        {
            DeleteDue();
            DeleteDue();
        }
    }

    private void DeleteDue()
    {
        List<ContentId> due;
        lock (_gate)
        {
            (due, _due, _fresh) = (_due, _fresh, []);
        }

        foreach (var id in due)
        {
            try
            {
                folder.Delete(id);
            }
            catch (IOException)
            {
                // The sweep after the next start finds it.
            }
        }
    }
}
