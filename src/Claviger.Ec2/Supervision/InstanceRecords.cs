using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Writes into the records what has become of instances. A record that has moved on meanwhile is left alone.</summary>
internal sealed class InstanceRecords(IStore store)
{
    private const string InstanceInitiated = "Client.InstanceInitiatedShutdown";
    private const string ServerError = "Server.InternalError";

    /// <summary>It is up.</summary>
    public Task RunsAsync(string id) => ChangeAsync(id, static record => InstanceStates.Of(record) == InstanceStateName.Pending
        ? record with
        {
            State = (int)InstanceStateName.Running,
            Details = record.Details with { OptionsChanged = false, RebootDue = false },
        }
        : null);

    /// <summary>It was stopped, as asked for.</summary>
    public Task StoppedAsync(string id) => ChangeAsync(id, static record => InstanceStates.Of(record) == InstanceStateName.Stopping
        ? record with { State = (int)InstanceStateName.Stopped }
        : null);

    /// <summary>It was terminated.</summary>
    public Task TerminatedAsync(string id) => ChangeAsync(id, static (record, now) => InstanceStates.Of(record) == InstanceStateName.ShuttingDown
        ? ProfileLookup.Disassociate(record) with
        {
            State = (int)InstanceStateName.Terminated,
            PrivateAddress = null,
            SealedUserData = null,
            Ended = now,
        }
        : null);

    /// <summary>It has ended without being asked: shut down from inside, or lost.</summary>
    public Task EndedAsync(string id, string? reason) => ChangeAsync(id, record => InstanceStates.Of(record) switch
    {
        InstanceStateName.Running or InstanceStateName.Pending => InstanceStates.CameTo(
            record,
            record.Details.TerminatesOnShutdown ? InstanceStateName.ShuttingDown : InstanceStateName.Stopped,
            reason is null ? InstanceInitiated : ServerError,
            reason ?? "Instance initiated shutdown"),
        InstanceStateName.Stopping => record with { State = (int)InstanceStateName.Stopped },
        InstanceStateName.ShuttingDown or InstanceStateName.Terminated or InstanceStateName.Stopped => null,
    });

    /// <summary>It could not be started: the end of a launch, and a stop for one that has run before.</summary>
    public Task FailedAsync(string id, string reason) => ChangeAsync(id, record => InstanceStates.Of(record) == InstanceStateName.Pending
        ? InstanceStates.CameTo(
            record,
            // Of these two the first is kept in whole milliseconds.
            record.Launched <= record.Details.Created ? InstanceStateName.ShuttingDown : InstanceStateName.Stopped,
            ServerError,
            reason)
        : null);

    /// <summary>It was rebooted.</summary>
    public Task RebootedAsync(string id) => ChangeAsync(id, static record => record.Details.RebootDue
        ? record with { Details = record.Details with { RebootDue = false } }
        : null);

    /// <summary>Its host has taken up its options.</summary>
    public Task AppliedAsync(string id) => ChangeAsync(id, static record => record.Details.OptionsChanged
        ? record with { Details = record.Details with { OptionsChanged = false } }
        : null);

    /// <summary>Takes out the records of instances that were terminated before a time.</summary>
    public async Task ForgetAsync(DateTimeOffset before)
    {
        foreach (var ended in await store.ReadAsync(before, Instances.LongEnded))
        {
            await store.WriteAsync(ended.Account, state =>
            {
                // Another node may have been quicker.
                if (Instances.ById(state, ended.Id) is { } record)
                {
                    foreach (var id in (string[])[record.Id, record.Details.VolumeId, record.Details.NetworkInterfaceId])
                    {
                        Ec2Tags.DeleteAllOf(state, record.Region, id);
                    }

                    Instances.Delete(state, record);
                }

                return true;
            });
        }
    }

    private Task ChangeAsync(string id, Func<InstanceRecord, InstanceRecord?> change) => ChangeAsync(id, (record, _) => change(record));

    private async Task ChangeAsync(string id, Func<InstanceRecord, DateTimeOffset, InstanceRecord?> change)
    {
        if (await store.ReadAsync(id, Instances.ById) is { } present)
        {
            await store.WriteAsync(present.Account, state =>
            {
                if (Instances.ById(state, id) is { } record && change(record, state.Now) is { } changed)
                {
                    Instances.Update(state, changed);
                }

                return true;
            });
        }
    }
}
