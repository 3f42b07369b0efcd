using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;

namespace Claviger.Ec2;

/// <summary>A program that is started in an instance that runs: it joins the instance's processes, in a sandbox made like that of the first.</summary>
/// <remarks>
/// nsenter and bubblewrap are the host's, and so is all that runs before the capabilities are gone: a program of the instance never runs
/// with more than the instance has. bubblewrap itself stays outside of the instance's processes: the root of one among them, which its fellows could
/// walk through <c>/proc</c>, would be the keeper's view.
/// </remarks>
internal static class InstanceSession
{
    private const int ProcessNamespace = 7;
    private static readonly TimeSpan ToLeave = TimeSpan.FromMilliseconds(200);
    private static readonly string[] LoginShell = ["/bin/sh", "-c", "if [ -x /bin/bash ]; then exec /bin/bash -l; fi; exec /bin/sh -l"];

    /// <summary>Starts a program.</summary>
    public static ChildProcess Start(
        RunningMachine machine,
        IReadOnlyList<string> command,
        IReadOnlyCollection<KeyValuePair<string, string>> environment,
        IReadOnlyList<(int Here, int There)> files,
        string? terminal) => Sandbox.Start(
            machine.Plan,
            ["--pidns", ProcessNamespace.ToString(CultureInfo.InvariantCulture)],
            command,
            environment,
            [.. files, (machine.ProcessNamespace, ProcessNamespace)],
            terminal,
            "/usr/bin/nsenter", "--target", machine.FirstProcess.ToString(CultureInfo.InvariantCulture), "--ipc", "--uts", "--");

    /// <summary>Runs a program for who asked over a connection: hands over its files, then says how it ended. Ends it when the connection ends.</summary>
    public static void Run(Socket connection, SessionPlan plan, IKeptSystem machine)
    {
        var command = plan.Command.Count > 0 ? plan.Command : LoginShell;
        var process = plan.Terminal is { } size ? OnTerminal(connection, command, plan, size, machine) : OnPipes(connection, command, plan, machine);
        var watch = new Thread(() => EndWithConnection(connection, process)) { IsBackground = true };
        watch.Start();
        Reply(connection, new KeeperReply(ExitCode: process.Wait()));
        connection.Shutdown(SocketShutdown.Both);
        watch.Join();
    }

    private static ChildProcess OnTerminal(Socket connection, IReadOnlyList<string> command, SessionPlan plan, TerminalSize size, IKeptSystem machine)
    {
        var (master, path) = PseudoTerminal.Open();
        using var handle = new Microsoft.Win32.SafeHandles.SafeFileHandle(master, ownsHandle: true);
        PseudoTerminal.Resize(handle, size.Columns, size.Rows);
        var process = machine.Start(command, plan.Environment, [], path);
        Reply(connection, new KeeperReply(), master);
        return process;
    }

    private static ChildProcess OnPipes(Socket connection, IReadOnlyList<string> command, SessionPlan plan, IKeptSystem machine)
    {
        var (input, output, errors) = (Libc.Pipe(), Libc.Pipe(), Libc.Pipe());
        try
        {
            var process = machine.Start(command, plan.Environment, [(input.Read, 0), (output.Write, 1), (errors.Write, 2)], null);
            Reply(connection, new KeeperReply(), input.Write, output.Read, errors.Read);
            return process;
        }
        finally
        {
            foreach (var end in new[] { input.Read, input.Write, output.Read, output.Write, errors.Read, errors.Write })
            {
                Libc.Close(end);
            }
        }
    }

    private static void EndWithConnection(Socket connection, ChildProcess process)
    {
        try
        {
            DescriptorSocket.Receive(connection);
        }
        catch (IOException)
        {
            // Ended, which is what was waited for.
        }

        if (!process.HasEnded)
        {
            Libc.Signal(-process.Id, Libc.Hangup);
            Thread.Sleep(ToLeave);
            Libc.Signal(-process.Id, Libc.Kill);
        }
    }

    private static void Reply(Socket connection, KeeperReply reply, params ReadOnlySpan<int> descriptors) =>
        DescriptorSocket.Send(connection, JsonSerializer.SerializeToUtf8Bytes(reply, KeeperJson.Default.KeeperReply), descriptors);
}
