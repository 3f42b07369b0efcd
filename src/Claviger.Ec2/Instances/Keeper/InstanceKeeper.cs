using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Claviger.Ec2;

/// <summary>
/// The first process of an instance's namespaces: this program, started again by the driver. It sets up network and disk, starts what the
/// instance is, and obeys the server over a socket, also the server after this one. Nothing within the instance sees or reaches it.
/// </summary>
public static class InstanceKeeper
{
    private static readonly TimeSpan Collections = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LifeSigns = TimeSpan.FromSeconds(5);

    /// <summary>The word on the command line that makes this program a keeper.</summary>
    public const string Command = KeeperPaths.Command;

    private static IKeptSystem? machine;

    /// <summary>Keeps an instance until it ends.</summary>
    /// <returns>The exit code.</returns>
    public static int Run()
    {
        // The first process of a namespace is spared what it has no handler for; the runtime has some, which would end the instance.
        PosixSignal[] signals = [PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT, PosixSignal.SIGHUP];
        var handlers = signals.Select(signal => PosixSignalRegistration.Create(signal, context => context.Cancel = true)).ToList();
        KeepFilesToItself();
        using var control = new Socket(new SafeSocketHandle(KeeperPaths.ControlDescriptor, ownsHandle: true));
        // Not at SIGCHLD: where that is handled through the runtime, children that were waited for were seen to be gone already.
        using var collector = new Timer(static _ => ChildProcess.CollectOrphans(RunningMachine.Processes()), null, Collections, Collections);
        using var watch = new Timer(_ => LeaveIfForgotten(), null, LifeSigns, LifeSigns);
        while (true)
        {
            var connection = control.Accept();
            new Thread(() => Serve(connection)) { IsBackground = true }.Start();
        }
    }

    // INVARIANT: no program of the instance inherits what the keeper was started with, the socket of its orders above all.
    private static void KeepFilesToItself()
    {
        for (var descriptor = KeeperPaths.ControlDescriptor; descriptor < KeeperPaths.MostInherited; descriptor++)
        {
            _ = Libc.Control(descriptor, Libc.SetDescriptorFlags, Libc.DescriptorClosesOnExec);
        }
    }

    private static void Serve(Socket connection)
    {
        using var _ = connection;
        try
        {
            var order = JsonSerializer.Deserialize(DescriptorSocket.Receive(connection).Message, KeeperJson.Default.KeeperOrder)!;
            switch (order.Kind)
            {
                case KeeperOrderKind.Boot:
                    machine = Boot(order.Boot!);
                    Hold(connection, machine);
                    break;
                case KeeperOrderKind.Attach:
                    Hold(connection, machine ?? throw new IOException("The instance has not booted."));
                    break;
                case KeeperOrderKind.Run:
                    InstanceSession.Run(connection, order.Session!, machine ?? throw new IOException("The instance has not booted."));
                    break;
                case KeeperOrderKind.PowerOff:
                    PowerOff();
                    break;
            }
        }
        catch (Exception error) when (error is IOException or SocketException or JsonException or UnauthorizedAccessException)
        {
            TryReply(connection, new KeeperReply(Obstacle: error.Message));
        }
    }

    private static IKeptSystem Boot(BootPlan plan)
    {
        KernelSettings.Set(
            // INVARIANT: nothing in an instance makes user namespaces, in which it would have every right over namespaces of its own.
            ("user/max_user_namespaces", "0"),
            // Root of an instance has no capabilities; that it may listen on any port of its own network needs none.
            ("net/ipv4/ip_unprivileged_port_start", "0"));
        if (plan.Machine is not null)
        {
            var served = InstanceWire.OpenLoopback();
            ResourceLimits.Apply(MachinePlan.WithOverhead(plan));
            return VirtualMachine.Start(plan, served);
        }

        var listeners = InstanceWire.Connect(IPAddress.Parse(plan.PrivateAddress), plan.MacAddress);
        InstanceDisk.Assemble();
        ResourceLimits.Apply(plan);
        return RunningMachine.Start(plan, listeners);
    }

    // The connection is the sign of life, in both directions.
    private static void Hold(Socket connection, IKeptSystem machine)
    {
        int[] descriptors = [.. machine.Listeners.All.Select(socket => (int)socket.SafeHandle.DangerousGetHandle())];
        DescriptorSocket.Send(connection, JsonSerializer.SerializeToUtf8Bytes(new KeeperReply(), KeeperJson.Default.KeeperReply), descriptors);
        DescriptorSocket.Receive(connection);
        if (machine.Plan.EndsWithServer)
        {
            PowerOff();
        }
    }

    private static void PowerOff()
    {
        machine?.AskToEnd();
        Environment.Exit(0);
    }

    // The data folder was removed: nobody can ever ask for this instance again.
    private static void LeaveIfForgotten()
    {
        if (!File.Exists(Path.Combine(KeeperPaths.Instance, "control")))
        {
            Environment.Exit(0);
        }
    }

    private static void TryReply(Socket connection, KeeperReply reply)
    {
        try
        {
            DescriptorSocket.Send(connection, JsonSerializer.SerializeToUtf8Bytes(reply, KeeperJson.Default.KeeperReply));
        }
        catch (IOException)
        {
            // Who asked has gone; there is nobody to tell.
        }
    }
}
