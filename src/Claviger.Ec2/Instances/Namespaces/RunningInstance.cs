using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Claviger.Ec2;

/// <summary>An instance that runs: the connection to its keeper, which lasts as long as it does.</summary>
internal sealed class RunningInstance
{
    private const int WatchStack = 256 * 1024;
    private readonly InstanceFolder _folder;
    private readonly Socket _connection;
    private readonly ChildProcess? _process;
    private readonly InstanceControlGroup? _group;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningInstance(InstanceFolder folder, Socket connection, InstanceListeners listeners, ChildProcess? process, InstanceControlGroup? group)
    {
        (_folder, _connection, Listeners, _process, _group) = (folder, connection, listeners, process, group);
        PrivateAddress = folder.PrivateAddress;
        new Thread(Watch, WatchStack) { IsBackground = true }.Start();
    }

    /// <summary>The instance.</summary>
    public string InstanceId => _folder.InstanceId;

    /// <summary>The address of its network interface.</summary>
    public IPAddress PrivateAddress { get; }

    /// <summary>The sockets that it is served by.</summary>
    public InstanceListeners Listeners { get; }

    /// <summary>Done when nothing of it runs any more.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Starts an instance, and waits until it runs.</summary>
    /// <exception cref="InstanceStartException">It can't be started; nothing of it is left.</exception>
    public static RunningInstance Start(InstanceFolder folder, string image, BootPlan plan, InstanceLimits limits)
    {
        ChildProcess? process = null;
        InstanceControlGroup? group = null;
        try
        {
            using var orders = folder.ListenForOrders();
            var (infoRead, infoWrite) = Libc.Pipe();
            var (errorsRead, errorsWrite) = Libc.Pipe();
            var nothing = Libc.Demand(Libc.Open("/dev/null", Libc.OpenReadWrite | Libc.CloseOnExec), "/dev/null");
            var (program, arguments) = KeeperCommand.For(folder.Path, image, HostProcessors.For(folder.InstanceId, limits.VirtualCpus));
            try
            {
                process = ChildProcess.Start(
                    program,
                    arguments,
                    KeeperCommand.Variables,
                    [
                        (nothing, 0), (nothing, 1), (errorsWrite, 2), ((int)orders.SafeHandle.DangerousGetHandle(), KeeperPaths.ControlDescriptor),
                        (infoWrite, KeeperCommand.InfoDescriptor),
                    ]);
            }
            finally
            {
                Libc.Close(nothing);
                Libc.Close(infoWrite);
                Libc.Close(errorsWrite);
            }

            var keeper = ReadKeeper(infoRead, errorsRead);
            group = InstanceControlGroup.TryCreate(folder.InstanceId, keeper, limits);
            var connection = folder.Connect() ?? throw new IOException("The keeper's socket has gone.");
            return new RunningInstance(folder, connection, Ask(connection, new KeeperOrder { Kind = KeeperOrderKind.Boot, Boot = plan with { IsHeldToMemory = group?.LimitsMemory == true } }), process, group);
        }
        catch (Exception error) when (error is IOException or SocketException or UnauthorizedAccessException)
        {
            if (process is not null)
            {
                Libc.Signal(-process.Id, Libc.Kill);
                process.Wait();
            }

            group?.Remove();
            throw new InstanceStartException($"The instance could not be started: {error.Message}", error);
        }
    }

    /// <summary>Finds an instance that a server before this one has started.</summary>
    /// <returns>The instance; null where it doesn't run, and nothing of it is left then.</returns>
    public static RunningInstance? Attach(InstanceFolder folder)
    {
        var instance = TryAttach(folder);
        if (instance is null)
        {
            InstanceControlGroup.Find(folder.InstanceId)?.Remove();
        }

        return instance;
    }

    private static RunningInstance? TryAttach(InstanceFolder folder)
    {
        var connection = folder.Connect();
        try
        {
            return connection is null
                ? null
                : new RunningInstance(
                    folder, connection, Ask(connection, new KeeperOrder { Kind = KeeperOrderKind.Attach }), null, InstanceControlGroup.Find(folder.InstanceId));
        }
        catch (IOException)
        {
            // Begun by a server that did not live to boot it.
            using var order = folder.Connect();
            if (order is not null)
            {
                Send(order, new KeeperOrder { Kind = KeeperOrderKind.PowerOff });
            }

            return null;
        }
    }

    /// <summary>Ends it.</summary>
    /// <param name="force">Whether its programs aren't asked first.</param>
    public void End(bool force)
    {
        if (force && _process is { HasEnded: false })
        {
            Libc.Signal(-_process.Id, Libc.Kill);
        }
        else if (_folder.Connect() is { } connection)
        {
            using (connection)
            {
                Send(connection, new KeeperOrder { Kind = KeeperOrderKind.PowerOff });
                // Nothing comes but the end.
                DescriptorSocket.Receive(connection);
            }
        }
    }

    private static InstanceListeners Ask(Socket connection, KeeperOrder order)
    {
        Send(connection, order);
        var (message, descriptors) = DescriptorSocket.Receive(connection);
        var reply = message.Length == 0 ? new KeeperReply("The keeper has ended.") : JsonSerializer.Deserialize(message, KeeperJson.Default.KeeperReply)!;
        return reply.Obstacle is { } obstacle ? throw new IOException(obstacle) : InstanceListeners.Of(descriptors);
    }

    private static void Send(Socket connection, KeeperOrder order) =>
        DescriptorSocket.Send(connection, JsonSerializer.SerializeToUtf8Bytes(order, KeeperJson.Default.KeeperOrder));

    private static int ReadKeeper(int info, int errors)
    {
        using var stream = new FileStream(new Microsoft.Win32.SafeHandles.SafeFileHandle(errors, ownsHandle: true), FileAccess.Read, bufferSize: 0);
        try
        {
            return Sandbox.ReadChild(info);
        }
        catch (IOException)
        {
            using var reader = new StreamReader(stream);
            throw new IOException(reader.ReadToEnd().Trim());
        }
    }

    private void Watch()
    {
        try
        {
            DescriptorSocket.Receive(_connection);
        }
        catch (IOException)
        {
            // Ended, which is what was waited for.
        }

        _connection.Dispose();
        // A server before this one was its parent otherwise: whoever it was left to collects it.
        _process?.Wait();
        _group?.Remove();
        _ended.SetResult();
    }
}
