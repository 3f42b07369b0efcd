namespace Claviger.Ec2;

/// <summary>
/// What a host does for instances that it ran before and runs no longer: it ends what still runs, keeps disks and console outputs, and removes them
/// when an instance is terminated.
/// </summary>
/// <param name="folder">The folder of instances.</param>
/// <param name="obstacle">Why none are run, in one sentence, with the remedy.</param>
public sealed class HaltedInstances(string folder, string obstacle) : IInstanceDriver
{
    /// <inheritdoc/>
    public string Host { get; } = HostName.Of(folder);

    /// <inheritdoc/>
    public event Action<InstanceState>? Changed;

    /// <summary>Whether a folder has been one of instances.</summary>
    public static bool IsOf(string folder) => HostName.Has(folder);

    /// <inheritdoc/>
    public Task StartAsync(InstanceSpec spec, CancellationToken cancellation) => Task.FromException(new InstanceStartException(obstacle));

    /// <inheritdoc/>
    public Task StopAsync(string instanceId, bool force, CancellationToken cancellation) => Task.Run(
        () =>
        {
            End(FolderOf(instanceId), force);
            Changed?.Invoke(new InstanceState(instanceId, InstanceStateName.Stopped));
        },
        cancellation);

    /// <inheritdoc/>
    public Task RebootAsync(InstanceSpec spec, CancellationToken cancellation) => Task.FromException(new InstanceStartException(obstacle));

    /// <inheritdoc/>
    public Task TerminateAsync(string instanceId, CancellationToken cancellation) => Task.Run(
        () =>
        {
            var instance = FolderOf(instanceId);
            End(instance, force: true);
            instance.RemoveDisk();
            Changed?.Invoke(new InstanceState(instanceId, InstanceStateName.Terminated));
        },
        cancellation);

    /// <inheritdoc/>
    public Task ApplyAsync(InstanceSpec spec, CancellationToken cancellation) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<InstanceConsole?> ConsoleAsync(string instanceId, CancellationToken cancellation) => Task.FromResult(FolderOf(instanceId).ReadConsole());

    /// <inheritdoc/>
    public Task<IReadOnlyList<InstanceState>> FindAsync(CancellationToken cancellation) => Task.Run<IReadOnlyList<InstanceState>>(
        () =>
        {
            var instances = InstanceFolder.AllIn(folder).Where(static instance => instance.HasDisk).ToList();
            Parallel.ForEach(instances, static instance => End(instance, force: false));
            return [.. instances.Select(instance => new InstanceState(instance.InstanceId, InstanceStateName.Stopped, obstacle))];
        },
        cancellation);

    /// <inheritdoc/>
    public Task SweepAsync(IReadOnlySet<string> known, CancellationToken cancellation) => Task.Run(
        () =>
        {
            foreach (var instance in InstanceFolder.AllIn(folder).Where(instance => !known.Contains(instance.InstanceId)))
            {
                End(instance, force: true);
                instance.RemoveAll();
            }
        },
        cancellation);

    private static void End(InstanceFolder folder, bool force)
    {
        if (RunningInstance.Attach(folder) is { } instance)
        {
            instance.Listeners.Dispose();
            instance.End(force);
            instance.Ended.Wait();
        }
    }

    private InstanceFolder FolderOf(string instanceId) => new(Path.Combine(folder, instanceId));
}
