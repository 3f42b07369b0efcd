using System.Collections.Concurrent;
using Claviger.Policy;
using Claviger.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Claviger.Pipeline;

/// <summary>Gathers when access keys, roles and services are used, and writes it to the store every few seconds and at the end.</summary>
/// <remarks>AWS: of uses within 15 minutes the first alone counts. A crash loses the last seconds.</remarks>
public sealed partial class UsageGatherer(IStore store, TimeProvider time, ILogger<UsageGatherer> log) : BackgroundService
{
    private const int MaxUses = 100_000;
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<Use, Mark> marks = new();

    /// <summary>Notes that a caller uses a service.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="service">The service's name in actions.</param>
    /// <param name="operation">The operation; null if it is none of AWS's.</param>
    /// <param name="region">The region that the request is signed for.</param>
    /// <param name="now">When.</param>
    public void Note(Caller caller, string service, string? operation, ReadOnlySpan<char> region, DateTimeOffset now)
    {
        if (caller is { Session: null, AccessKeyId: { } key })
        {
            Note(new Use(caller.Account, key, "", ""), service, region, now);
        }

        if (caller.RoleId is { } role)
        {
            Note(new Use(caller.Account, role, "", ""), service, region, now);
        }

        if (caller.Kind is CallerKind.User or CallerKind.RoleSession)
        {
            Note(new Use(caller.Account, caller.UniqueId, service, ""), service, region, now);
            if (operation is not null)
            {
                Note(new Use(caller.Account, caller.UniqueId, service, operation), service, region, now);
            }
        }
    }

    /// <summary>Notes a sign-in with a password.</summary>
    /// <param name="account">The account.</param>
    /// <param name="userId">Unique id of the user; null for the root user.</param>
    /// <param name="now">When.</param>
    public void NotePassword(AccountId account, string? userId, DateTimeOffset now) =>
        marks[new Use(account, userId ?? LastUsed.RootPassword, "", "")] = new Mark(now, null, null);

    /// <summary>Writes what has been noted.</summary>
    public async Task FlushAsync(CancellationToken cancellation = default)
    {
        var unwritten = marks.Where(static pair => !pair.Value.IsWritten).ToArray();
        var horizon = time.GetUtcNow() - Quiet;
        foreach (var old in marks.Where(pair => pair.Value.IsWritten && pair.Value.At < horizon))
        {
            marks.TryRemove(old);
        }

        if (unwritten.Length == 0)
        {
            return;
        }

        var entities = unwritten.Where(static pair => pair.Key.Service.Length == 0).Select(static pair => new LastUsedRecord
        {
            Account = pair.Key.Account, Id = pair.Key.Id, At = pair.Value.At, Service = pair.Value.Service, Region = pair.Value.Region,
        }).OrderBy(static record => record.Id, StringComparer.Ordinal).ToArray();
        var services = unwritten.Where(static pair => pair.Key.Service.Length > 0).Select(static pair => new ServiceLastUsedRecord
        {
            Account = pair.Key.Account,
            EntityId = pair.Key.Id,
            Service = pair.Key.Service,
            Action = pair.Key.Operation,
            At = pair.Value.At,
            Region = pair.Value.Region!,
        }).OrderBy(static record => (record.EntityId, record.Service, record.Action)).ToArray();
        await store.AppendAsync(
            state =>
            {
                // What was deleted since it was used leaves nothing behind.
                LastUsed.Record(state, entities.Where(record => IsThere(state, record.Id)));
                ServicesLastUsed.Record(state, services.Where(record => IsThere(state, record.EntityId)));
            },
            cancellation);
        foreach (var (_, mark) in unwritten)
        {
            mark.IsWritten = true;
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryFlushAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryFlushAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // What is left is written by StopAsync.
        }
    }

    private async Task TryFlushAsync(CancellationToken cancellation)
    {
        try
        {
            await FlushAsync(cancellation);
        }
        catch (StoreException e)
        {
            // Kept, and tried again at the next tick.
            LogFailure(log, e);
        }
    }

    private static bool IsThere(ReadTransaction state, string id) => id switch
    {
        LastUsed.RootPassword => true,
        _ when id.StartsWith("AIDA", StringComparison.Ordinal) => Users.ById(state, id) is not null,
        _ when id.StartsWith("AROA", StringComparison.Ordinal) => Roles.ById(state, id) is not null,
        _ => AccessKeys.Find(state, id) is not null,
    };

    private void Note(Use use, string service, ReadOnlySpan<char> region, DateTimeOffset now)
    {
        if (marks.TryGetValue(use, out var mark) && now < mark.At + Quiet)
        {
            return;
        }

        // Past the bound nothing new is noted until the next flush has made room: better than memory without end.
        if (mark is not null || marks.Count < MaxUses)
        {
            marks[use] = new Mark(now, service, region.ToString());
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Last-used times can't be written now")]
    private static partial void LogFailure(ILogger log, Exception exception);

    private readonly record struct Use(AccountId Account, string Id, string Service, string Operation);

    private sealed class Mark(DateTimeOffset at, string? service, string? region)
    {
        public DateTimeOffset At => at;

        public string? Service => service;

        public string? Region => region;

        public bool IsWritten { get; set; }
    }
}
