using System.Collections.Concurrent;
using Claviger.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Claviger.Ec2;

/// <summary>
/// Brings what runs on this host to what the records say, and the records to what has become of it. Operations only write records; the
/// change feed tells the supervisor, whichever node they were written by.
/// </summary>
/// <remarks>For each instance one thing is done at a time, in the order in which it was heard of.</remarks>
public sealed partial class InstanceSupervisor(
    IStore store, InstanceHosting hosting, InstanceDirectory directory, TimeProvider time, ILogger<InstanceSupervisor> log) : BackgroundService
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    private readonly InstanceQueues _queues = new();

    /// <summary>The instances whose processes are up, as far as the driver has said.</summary>
    private readonly ConcurrentDictionary<string, bool> _up = new(StringComparer.Ordinal);

    private readonly InstanceRecords _records = new(store);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (hosting.Caretaker is not { } driver)
        {
            return;
        }

        void OnChange(StoreChange change)
        {
            if (change.Kind == ChangeKind.Instance)
            {
                Drive(driver, change.Id, stoppingToken);
            }
            else if (change.Kind == ChangeKind.Everything)
            {
                foreach (var id in _up.Keys)
                {
                    Drive(driver, id, stoppingToken);
                }
            }
        }

        void OnReport(InstanceState report) => _queues.Add(report.InstanceId, () => HearAsync(driver, report));

        try
        {
            store.Changed += OnChange;
            driver.Changed += OnReport;
            await TryRecoverAsync(driver, stoppingToken);
            _queues.Open();
            using var timer = new PeriodicTimer(SweepEvery, time);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await ForgetAsync();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end of the program; instances outlive it or not, as their driver has it.
        }
        finally
        {
            store.Changed -= OnChange;
            driver.Changed -= OnReport;
        }
    }

    // A host that can't be looked at must not take down the server: what is asked for from now on is tried all the same.
    private async Task TryRecoverAsync(IInstanceDriver driver, CancellationToken stopping)
    {
        try
        {
            await RecoverAsync(driver, stopping);
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            LogRecovery(log, exception);
        }
    }

    /// <summary>Takes up what a program before this one has left: what still runs is running, what doesn't is reported so.</summary>
    private async Task RecoverAsync(IInstanceDriver driver, CancellationToken stopping)
    {
        var records = await store.ReadAsync(state => Instances.OnHost(state, driver.Host, (int)InstanceStateName.Terminated));
        var found = (await driver.FindAsync(stopping)).ToDictionary(static state => state.InstanceId);
        foreach (var (id, _) in found.Where(static it => it.Value.Name == InstanceStateName.Running))
        {
            _up[id] = true;
        }

        foreach (var record in records)
        {
            var isUp = _up.ContainsKey(record.Id);
            switch (InstanceStates.Of(record))
            {
                case InstanceStateName.Running when !isUp:
                    await _records.EndedAsync(record.Id, found.GetValueOrDefault(record.Id)?.Reason ?? "The instance ended while the server was not running");
                    break;
                case InstanceStateName.Pending when isUp:
                    await _records.RunsAsync(record.Id);
                    break;
            }

            Drive(driver, record.Id, stopping);
        }

        await driver.SweepAsync(records.Select(static record => record.Id).ToHashSet(StringComparer.Ordinal), stopping);
    }

    private void Drive(IInstanceDriver driver, string id, CancellationToken stopping) => _queues.Add(id, async () =>
    {
        try
        {
            await DriveAsync(driver, id, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What was under way is found again at the next start.
        }
        catch (Exception exception)
        {
            LogFailure(log, id, exception);
        }
    });

    /// <summary>Does what the record of an instance asks for, if anything.</summary>
    private async Task DriveAsync(IInstanceDriver driver, string id, CancellationToken stopping)
    {
        var record = await store.ReadAsync(id, Instances.ById);
        if (record is null)
        {
            // Its account was emptied under it.
            if (_up.TryRemove(id, out _))
            {
                await driver.TerminateAsync(id, stopping);
            }

            return;
        }

        if (record.Host != driver.Host)
        {
            return;
        }

        switch (InstanceStates.Of(record))
        {
            case InstanceStateName.Pending:
                await StartAsync(driver, record, stopping);
                break;
            case InstanceStateName.Stopping:
                await driver.StopAsync(id, record.Details.StopsByForce, stopping);
                _up.TryRemove(id, out _);
                await _records.StoppedAsync(id);
                break;
            case InstanceStateName.ShuttingDown:
                await driver.TerminateAsync(id, stopping);
                _up.TryRemove(id, out _);
                await _records.TerminatedAsync(id);
                break;
            case InstanceStateName.Running when record.Details.RebootDue:
                await driver.RebootAsync(directory.SpecOf(record), stopping);
                await _records.RebootedAsync(id);
                break;
            case InstanceStateName.Running when record.Details.OptionsChanged:
                await driver.ApplyAsync(directory.SpecOf(record), stopping);
                await _records.AppliedAsync(id);
                break;
            case InstanceStateName.Running:
            case InstanceStateName.Stopped:
            case InstanceStateName.Terminated:
            default:
                break;
        }
    }

    private async Task StartAsync(IInstanceDriver driver, InstanceRecord record, CancellationToken stopping)
    {
        try
        {
            await driver.StartAsync(directory.SpecOf(record), stopping);
            _up[record.Id] = true;
            await _records.RunsAsync(record.Id);
        }
        catch (InstanceStartException refusal)
        {
            LogRefusal(log, record.Id, refusal.Message);
            await _records.FailedAsync(record.Id, refusal.Message);
            // A first launch that has failed leaves nothing to start again.
            Drive(driver, record.Id, stopping);
        }
    }

    /// <summary>Notes what has become of an instance without being asked for; what was asked for is noted where it is done.</summary>
    private async Task HearAsync(IInstanceDriver driver, InstanceState report)
    {
        if (report.Name == InstanceStateName.Running || !_up.TryRemove(report.InstanceId, out _))
        {
            return;
        }

        try
        {
            await _records.EndedAsync(report.InstanceId, report.Reason);
            Drive(driver, report.InstanceId, CancellationToken.None);
        }
        catch (Exception exception)
        {
            LogFailure(log, report.InstanceId, exception);
        }
    }

    private async Task ForgetAsync()
    {
        try
        {
            await _records.ForgetAsync(time.GetUtcNow() - InstanceStates.ShownFor);
        }
        catch (StoreException exception)
        {
            LogSweep(log, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The instance {Instance} can't be started: {Reason}")]
    private static partial void LogRefusal(ILogger log, string instance, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Something failed about the instance {Instance}.")]
    private static partial void LogFailure(ILogger log, string instance, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "What an earlier server has left of instances could not be taken up.")]
    private static partial void LogRecovery(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Terminated instances could not be forgotten.")]
    private static partial void LogSweep(ILogger log, Exception exception);
}
