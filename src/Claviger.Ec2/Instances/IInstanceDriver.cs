namespace Claviger.Ec2;

/// <summary>What runs instances on this host: rootless namespaces, namespaces made by root, or virtual machines.</summary>
/// <remarks>
/// A driver knows nothing of the store and of who may do what. It is asked by one caller at a time for each instance, and says what
/// becomes of an instance through <see cref="Changed"/>, also where nobody has asked (its first process ended).
/// </remarks>
public interface IInstanceDriver
{
    /// <summary>Name of this host, the same after a restart: an instance is run only where it was launched.</summary>
    string Host { get; }

    /// <summary>Said once for every state that an instance has reached: <see cref="InstanceStateName.Running"/>, <see cref="InstanceStateName.Stopped"/>
    /// or <see cref="InstanceStateName.Terminated"/>.</summary>
    event Action<InstanceState>? Changed;

    /// <summary>Starts an instance, the first time or after a stop; ends when it runs. Its disk is made at the first start and kept until it is terminated.</summary>
    /// <exception cref="InstanceStartException">It can't be started; nothing of it is left.</exception>
    Task StartAsync(InstanceSpec spec, CancellationToken cancellation);

    /// <summary>Ends all processes of an instance and keeps its disk.</summary>
    /// <param name="instanceId">The instance; one that doesn't run is stopped already.</param>
    /// <param name="force">Whether the instance isn't asked first.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    Task StopAsync(string instanceId, bool force, CancellationToken cancellation);

    /// <summary>Starts the instance's processes anew, on the same disk and with the same addresses; it stays <c>running</c> for its clients.</summary>
    Task RebootAsync(InstanceSpec spec, CancellationToken cancellation);

    /// <summary>Ends an instance and removes all that was kept of it but its console output.</summary>
    Task TerminateAsync(string instanceId, CancellationToken cancellation);

    /// <summary>Takes up changed limits or options of an instance that runs (the hop limit, where the driver's network has one).</summary>
    Task ApplyAsync(InstanceSpec spec, CancellationToken cancellation);

    /// <summary>The last 64 KiB of what the instance wrote to its console, and when; null where nothing is known of it.</summary>
    Task<InstanceConsole?> ConsoleAsync(string instanceId, CancellationToken cancellation);

    /// <summary>Takes up again the instances that a server before this one has left on this host, and says which are running and which have stopped.</summary>
    Task<IReadOnlyList<InstanceState>> FindAsync(CancellationToken cancellation);

    /// <summary>Removes what is left of instances that nobody knows any more.</summary>
    /// <param name="known">The ids of all instances that there are on this host.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    Task SweepAsync(IReadOnlySet<string> known, CancellationToken cancellation);
}
