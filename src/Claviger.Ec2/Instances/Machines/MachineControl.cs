using System.Net.Sockets;
using System.Text;

namespace Claviger.Ec2;

/// <summary>The connection by which a virtual machine is told what to do (QEMU's QMP).</summary>
internal sealed class MachineControl : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly Socket _socket;

    private MachineControl(Socket socket) => _socket = socket;

    /// <summary>Waits until a machine listens, and connects.</summary>
    /// <exception cref="IOException">It does not within this time, or has ended.</exception>
    public static MachineControl Connect(ChildProcess machine, TimeSpan longest)
    {
        var until = Environment.TickCount64 + (long)longest.TotalMilliseconds;
        while (true)
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                socket.Connect(new UnixDomainSocketEndPoint($"{MachinePaths.Control}/socket"));
                var control = new MachineControl(socket);
                control.Tell("qmp_capabilities");
                return control;
            }
            catch (SocketException error)
            {
                socket.Dispose();
                if (machine.HasEnded || Environment.TickCount64 > until)
                {
                    throw new IOException("The virtual machine does not start; its console output says why.", error);
                }

                Thread.Sleep(Pause);
            }
        }
    }

    /// <summary>Gives a command. Its answer, and what else the machine says, is not read.</summary>
    public void Tell(string command) => _socket.Send(Encoding.ASCII.GetBytes($$"""{"execute":"{{command}}"}"""));

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();
}
