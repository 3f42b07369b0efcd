using System.Collections.Concurrent;

namespace Claviger.Ec2;

/// <summary>Runs instances in namespaces of this host, as programs of its kernel or as virtual machines: of the server's own user, or, where that is root, of a user that owns nothing else.</summary>
public sealed class NamespaceDriver : IInstanceDriver, IAsyncDisposable
{
    private readonly NamespaceDriverOptions _options;
    private readonly ImageFolder _images;
    private readonly InstanceNetwork _network;
    private readonly InstanceAuthority _authority;
    private readonly ConcurrentDictionary<string, RunningInstance> _running = new(StringComparer.Ordinal);

    /// <summary>A driver over a folder of instances, which is made where it is not there.</summary>
    public NamespaceDriver(NamespaceDriverOptions options, ImageFolder images, InstanceNetwork network, InstanceAuthority authority)
    {
        (_options, _images, _network, _authority) = (options, images, network, authority);
        Directory.CreateDirectory(options.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Host = HostName.Of(options.Folder);
    }

    /// <inheritdoc/>
    public string Host { get; }

    /// <inheritdoc/>
    public event Action<InstanceState>? Changed;

    /// <summary>Why this host can't run instances, in one sentence with the remedy; null where it can.</summary>
    public static string? Obstacle(bool asMachines) => (asMachines ? MachineRequirements.Obstacle() : null) ?? HostRequirements.Obstacle();

    /// <inheritdoc/>
    public async Task StartAsync(InstanceSpec spec, CancellationToken cancellation)
    {
        await BootAsync(spec, cancellation);
        Changed?.Invoke(new InstanceState(spec.InstanceId, InstanceStateName.Running));
    }

    /// <inheritdoc/>
    public async Task StopAsync(string instanceId, bool force, CancellationToken cancellation)
    {
        await EndAsync(instanceId, force, cancellation);
        Changed?.Invoke(new InstanceState(instanceId, InstanceStateName.Stopped));
    }

    /// <inheritdoc/>
    public async Task RebootAsync(InstanceSpec spec, CancellationToken cancellation)
    {
        await EndAsync(spec.InstanceId, force: false, cancellation);
        try
        {
            await BootAsync(spec, cancellation);
        }
        catch (InstanceStartException error)
        {
            Changed?.Invoke(new InstanceState(spec.InstanceId, InstanceStateName.Stopped, error.Message));
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task TerminateAsync(string instanceId, CancellationToken cancellation)
    {
        await EndAsync(instanceId, force: true, cancellation);
        await ApartAsync(FolderOf(instanceId).RemoveDisk, cancellation);
        Changed?.Invoke(new InstanceState(instanceId, InstanceStateName.Terminated));
    }

    /// <inheritdoc/>
    // The hop limit is read and set with every token that is issued.
    public Task ApplyAsync(InstanceSpec spec, CancellationToken cancellation) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<InstanceConsole?> ConsoleAsync(string instanceId, CancellationToken cancellation) => Task.FromResult(FolderOf(instanceId).ReadConsole());

    /// <inheritdoc/>
    public async Task<IReadOnlyList<InstanceState>> FindAsync(CancellationToken cancellation)
    {
        var folders = InstanceFolder.AllIn(_options.Folder).Where(static folder => folder.HasDisk);
        var states = await Task.WhenAll(folders.Select(folder => ApartAsync(() => Attach(folder), cancellation)));
        return [.. states];
    }

    /// <inheritdoc/>
    public async Task SweepAsync(IReadOnlySet<string> known, CancellationToken cancellation)
    {
        foreach (var folder in InstanceFolder.AllIn(_options.Folder))
        {
            if (!known.Contains(folder.InstanceId))
            {
                await EndAsync(folder.InstanceId, force: true, cancellation);
                await ApartAsync(folder.RemoveAll, cancellation);
            }
        }
    }

    /// <summary>Runs a program in an instance.</summary>
    /// <exception cref="InstanceStartException">The instance doesn't run, or not this program.</exception>
    public Task<InstanceProgram> RunAsync(string instanceId, SessionPlan plan) =>
        ApartAsync(() => InstanceProgram.Start(FolderOf(instanceId), plan), CancellationToken.None);

    /// <summary>Ends what was to end with the server; lets go of the rest, which runs on.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_options.EndWithServer)
        {
            await Task.WhenAll(_running.Keys.Select(id => EndAsync(id, force: true, CancellationToken.None)));
        }
    }

    // Processes and sockets of keepers are waited for. On threads of the pool, a few launches would hold up all that the server answers.
    private static Task ApartAsync(Action work, CancellationToken cancellation) =>
        Task.Factory.StartNew(work, cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static Task<T> ApartAsync<T>(Func<T> work, CancellationToken cancellation) =>
        Task.Factory.StartNew(work, cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private InstanceFolder FolderOf(string instanceId) => new(Path.Combine(_options.Folder, instanceId));

    private Task BootAsync(InstanceSpec spec, CancellationToken cancellation) => ApartAsync(
        () =>
        {
            var folder = FolderOf(spec.InstanceId);
            var isMachine = folder.HasDisk ? folder.IsMachine : _options.AsMachines;
            var image = isMachine ? _images.MachineOf(spec.ImageId) : _images.RootOf(spec.ImageId);
            if (!folder.HasDisk)
            {
                MakeDisk(folder, spec);
            }

            folder.ForgetEndReason();
            var plan = new BootPlan
            {
                HostName = spec.PrivateDnsName.Split('.')[0],
                PrivateAddress = spec.PrivateAddress.ToString(),
                MacAddress = spec.MacAddress,
                Processes = spec.Limits.Processes,
                MemoryBytes = spec.Limits.MemoryBytes,
                DiskBytes = spec.Limits.DiskBytes,
                Machine = isMachine ? new MachinePlan(spec.Limits.VirtualCpus) : null,
                UserData = folder.HasBooted || spec.UserData.IsEmpty ? null : Convert.ToBase64String(spec.UserData.Span),
                EndsWithServer = _options.EndWithServer,
            };
            Keep(RunningInstance.Start(folder, image, plan, isMachine ? spec.Limits with { MemoryBytes = spec.Limits.MemoryBytes + MachinePlan.Overhead } : spec.Limits));
            folder.MarkBooted();
        },
        cancellation);

    private void MakeDisk(InstanceFolder folder, InstanceSpec spec)
    {
        var roots = _authority.TrustedRoots(_images.RootOf(spec.ImageId));
        if (_options.AsMachines)
        {
            folder.MakeMachine(spec, roots);
        }
        else
        {
            folder.MakeDisk(spec, roots);
        }
    }

    private InstanceState Attach(InstanceFolder folder)
    {
        var instance = RunningInstance.Attach(folder);
        if (instance is not null)
        {
            Keep(instance);
        }

        return new InstanceState(folder.InstanceId, instance is null ? InstanceStateName.Stopped : InstanceStateName.Running, instance is null ? folder.EndReason : null);
    }

    private void Keep(RunningInstance instance)
    {
        _running[instance.InstanceId] = instance;
        _network.Open(instance.InstanceId, instance.PrivateAddress, instance.Listeners);
        _ = FollowAsync(instance);
    }

    private async Task FollowAsync(RunningInstance instance)
    {
        await instance.Ended;
        _network.Close(instance.InstanceId);
        // Whoever asked for the end says so; nobody did where it is still in the list.
        if (_running.TryRemove(new(instance.InstanceId, instance)))
        {
            Changed?.Invoke(new InstanceState(instance.InstanceId, InstanceStateName.Stopped, FolderOf(instance.InstanceId).EndReason));
        }
    }

    private async Task EndAsync(string instanceId, bool force, CancellationToken cancellation)
    {
        if (_running.TryRemove(instanceId, out var instance))
        {
            await ApartAsync(() => instance.End(force), cancellation);
            await instance.Ended.WaitAsync(cancellation);
        }
        else
        {
            await ApartAsync(() => RunningInstance.Attach(FolderOf(instanceId))?.End(force), cancellation);
        }
    }
}
