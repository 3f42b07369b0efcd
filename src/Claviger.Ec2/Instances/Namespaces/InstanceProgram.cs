using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace Claviger.Ec2;

/// <summary>A program that was started in an instance, from outside: its standard files or its terminal, and how it ends. Ends it when disposed.</summary>
public sealed class InstanceProgram : IDisposable
{
    private readonly Socket _connection;
    private readonly SafeFileHandle? _terminal;

    private InstanceProgram(Socket connection, int[] descriptors)
    {
        _connection = connection;
        var files = descriptors.Select(static descriptor => new SafeFileHandle(descriptor, ownsHandle: true)).ToArray();
        _terminal = files.Length == 1 ? files[0] : null;
        Input = new FileStream(files[0], FileAccess.Write, bufferSize: 0);
        Output = new FileStream(_terminal is null ? files[1] : new SafeFileHandle(Libc.Control(descriptors[0], Libc.DuplicateFromCloseOnExec, 0), ownsHandle: true), FileAccess.Read, bufferSize: 0);
        Errors = _terminal is null ? new FileStream(files[2], FileAccess.Read, bufferSize: 0) : Stream.Null;
        ExitCode = Task.Factory.StartNew(WaitForEnd, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>What the program reads.</summary>
    public Stream Input { get; }

    /// <summary>What it writes; on a terminal, all that this shows. A terminal's end is an <see cref="IOException"/>.</summary>
    public Stream Output { get; }

    /// <summary>Where it writes its errors; nothing on a terminal.</summary>
    public Stream Errors { get; }

    /// <summary>Its exit code, once it has ended.</summary>
    public Task<int> ExitCode { get; }

    /// <summary>Tells a program on a terminal how large that is now.</summary>
    public void Resize(TerminalSize size)
    {
        if (_terminal is not null)
        {
            PseudoTerminal.Resize(_terminal, size.Columns, size.Rows);
        }
    }

    /// <summary>Says that there is no more to read; on a terminal that is typed (Ctrl-D).</summary>
    public void EndInput()
    {
        if (_terminal is null)
        {
            Input.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _connection.Shutdown(SocketShutdown.Both);
        }
        catch (SocketException)
        {
            // The program has ended before.
        }

        Input.Dispose();
        Output.Dispose();
        Errors.Dispose();
        ExitCode.ContinueWith(_ => _connection.Dispose(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    internal static InstanceProgram Start(InstanceFolder folder, SessionPlan plan)
    {
        var connection = folder.Connect() ?? throw new InstanceStartException("The instance is not running.");
        try
        {
            var order = new KeeperOrder { Kind = KeeperOrderKind.Run, Session = plan };
            DescriptorSocket.Send(connection, JsonSerializer.SerializeToUtf8Bytes(order, KeeperJson.Default.KeeperOrder));
            var (message, descriptors) = DescriptorSocket.Receive(connection);
            var reply = message.Length == 0 ? new KeeperReply("The instance has ended.") : JsonSerializer.Deserialize(message, KeeperJson.Default.KeeperReply)!;
            return reply.Obstacle is { } obstacle ? throw new InstanceStartException(obstacle) : new InstanceProgram(connection, descriptors);
        }
        catch (Exception error)
        {
            connection.Dispose();
            throw error is IOException ? new InstanceStartException(error.Message, error) : error;
        }
    }

    // The keeper's last word; nothing, where the program went down with its instance.
    private int WaitForEnd()
    {
        const int broken = 255;
        try
        {
            var (message, _) = DescriptorSocket.Receive(_connection);
            return message.Length == 0 ? broken : JsonSerializer.Deserialize(message, KeeperJson.Default.KeeperReply)!.ExitCode ?? broken;
        }
        catch (IOException)
        {
            return broken;
        }
    }
}
