using Claviger.Store;
using Microsoft.Extensions.Hosting;

namespace Claviger.S3;

/// <summary>Deletes files that no record refers to: what a server that ended badly has left, and what an account that was emptied had.</summary>
/// <remarks>Runs beside the requests, after the start and after each emptying; nothing waits for it.</remarks>
public sealed class ContentSweep : BackgroundService
{
    private const int Shelves = 256;

    private readonly ContentFolder _folder;
    private readonly IStore _store;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _due = new(1, 1);

    /// <summary>Listens for accounts that are emptied.</summary>
    public ContentSweep(ContentFolder folder, IStore store, TimeProvider time)
    {
        _folder = folder;
        _store = store;
        _time = time;
        store.Changed += Heed;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _store.Changed -= Heed;
        _due.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await _due.WaitAsync(stoppingToken);
                await SweepAsync(stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception error) when (error is IOException or StoreException or UnauthorizedAccessException)
            {
                // What is left now is found after the next start.
            }
        }
    }

    private void Heed(StoreChange change)
    {
        if (change.Kind == ChangeKind.Everything && _due.CurrentCount == 0)
        {
            _due.Release();
        }
    }

    private async Task SweepAsync(CancellationToken stopping)
    {
        await Task.Yield();
        _folder.SweepIncoming(_time.GetUtcNow());
        for (var shelf = 0; shelf < Shelves; shelf++)
        {
            stopping.ThrowIfCancellationRequested();
            await _folder.SweepAsync(shelf, _time.GetUtcNow(), ReferredAsync);
        }
    }

    private ValueTask<ISet<ContentId>> ReferredAsync(ContentId from, ContentId to) => _store.ReadAsync(tx =>
    {
        ISet<ContentId> found = new HashSet<ContentId>();
        Objects.Contents(tx, from, to, found);
        Parts.Contents(tx, from, to, found);
        return found;
    });
}
