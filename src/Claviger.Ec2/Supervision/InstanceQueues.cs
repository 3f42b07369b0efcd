namespace Claviger.Ec2;

/// <summary>What is to be done for instances: for each in order, for several side by side. Nothing is begun until the queues are opened.</summary>
internal sealed class InstanceQueues
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task> _last = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Begins with what was added and goes on with what is added from now on.</summary>
    public void Open() => _opened.TrySetResult();

    /// <summary>Adds work for an instance; it must not fail.</summary>
    public void Add(string instanceId, Func<Task> work)
    {
        lock (_gate)
        {
            var before = _last.GetValueOrDefault(instanceId, _opened.Task);
            _last[instanceId] = RunAsync(instanceId, before, work);
        }
    }

    private async Task RunAsync(string instanceId, Task before, Func<Task> work)
    {
        // Always on another thread: the store's writer, which tells of changes, must not wait for it.
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var mine = work();
        await mine;
        lock (_gate)
        {
            if (_last.TryGetValue(instanceId, out var last) && last.IsCompleted)
            {
                _last.Remove(instanceId);
            }
        }
    }
}
