using System.Net;
using System.Net.Sockets;
using Microsoft.Win32.SafeHandles;

namespace Claviger.Ec2;

/// <summary>A virtual machine, as its keeper sees it: QEMU as a program of the keeper's namespaces.</summary>
internal sealed class VirtualMachine : IKeptSystem
{
    private static readonly string[] Variables = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/tmp"];
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestParting = TimeSpan.FromSeconds(20);
    // Without hardware virtualization, on a busy host.
    private static readonly TimeSpan LongestBoot = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly ChildProcess _process;
    private readonly MachineControl _control;

    private VirtualMachine(BootPlan plan, InstanceListeners listeners, ChildProcess process, MachineControl control) =>
        (Plan, Listeners, _process, _control) = (plan, listeners, process, control);

    /// <inheritdoc/>
    public BootPlan Plan { get; }

    /// <inheritdoc/>
    public InstanceListeners Listeners { get; }

    /// <summary>Starts the machine; ends this process when the machine ends.</summary>
    /// <exception cref="IOException">It can't be started.</exception>
    public static VirtualMachine Start(BootPlan plan, InstanceListeners listeners)
    {
        Directory.CreateDirectory(MachinePaths.Control);
        var (read, write) = Libc.Pipe();
        var nothing = Libc.Demand(Libc.Open("/dev/null", Libc.OpenReadWrite | Libc.CloseOnExec), "/dev/null");
        var command = MachineCommand.For(plan, IsAccelerated());
        var process = ChildProcess.Start(command[0], [.. command.Skip(1)], Variables, [(nothing, 0), (write, 1), (write, 2)]);
        Libc.Close(write);
        Libc.Close(nothing);
        var console = new ConsoleLog(RunningMachine.ConsolePath);
        new Thread(() => console.Copy(new FileStream(new SafeFileHandle(read, ownsHandle: true), FileAccess.Read, bufferSize: 0))) { IsBackground = true }.Start();
        var ending = new Thread(() => process.Wait()) { IsBackground = true };
        ending.Start();
        var control = MachineControl.Connect(process, LongestStart);
        new Thread(() =>
        {
            ending.Join();
            Environment.Exit(0);
        }) { IsBackground = true }.Start();
        return new VirtualMachine(plan, listeners, process, control);
    }

    /// <inheritdoc/>
    public ChildProcess Start(
        IReadOnlyList<string> command, IReadOnlyCollection<KeyValuePair<string, string>> environment, IReadOnlyList<(int Here, int There)> files, string? terminal)
    {
        WaitForShell();
        var start = ShellCommand.For(command, InstanceEnvironment.Variables.Concat(environment), terminal is not null);
        return ChildProcess.Start(start[0], [.. start.Skip(1)], Variables, files, terminal);
    }

    /// <inheritdoc/>
    public void AskToEnd()
    {
        var until = Environment.TickCount64 + (long)LongestParting.TotalMilliseconds;
        try
        {
            // The power button.
            _control.Tell("system_powerdown");
        }
        catch (SocketException)
        {
            // It is ending already.
        }

        while (!_process.HasEnded && Environment.TickCount64 < until)
        {
            Thread.Sleep(Pause);
        }
    }

    private static bool IsAccelerated()
    {
        var device = Libc.Open("/dev/kvm", Libc.OpenReadWrite | Libc.CloseOnExec);
        return device >= 0 && Libc.Close(device) == 0;
    }

    // QEMU takes connections from its start on, and drops them as long as nothing listens in the machine.
    private static void WaitForShell()
    {
        var until = Environment.TickCount64 + (long)LongestBoot.TotalMilliseconds;
        var banner = new byte[4];
        while (true)
        {
            try
            {
                using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = (int)LongestStart.TotalMilliseconds };
                socket.Connect(IPAddress.Loopback, MachineCommand.ShellPort);
                if (socket.Receive(banner) == banner.Length && banner.AsSpan().SequenceEqual("SSH-"u8))
                {
                    return;
                }
            }
            catch (SocketException)
            {
                // Not yet.
            }

            if (Environment.TickCount64 > until)
            {
                throw new IOException("The instance takes no programs yet: its console output says how far it has booted.");
            }

            Thread.Sleep(Pause);
        }
    }
}
