using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Claviger.Ec2;

/// <summary>Messages over a Unix socket that keeps their bounds, with open files handed over in them (SCM_RIGHTS).</summary>
internal static unsafe class DescriptorSocket
{
    /// <summary>The longest message, in bytes.</summary>
    public const int LongestMessage = 128 * 1024;

    private const int MostDescriptors = 8;
    private const int SocketLevel = 1;
    private const int Rights = 1;
    private const int NoSignal = 0x4000;
    private const int CloseOnExec = 0x40000000;
    private static readonly int HeaderLength = sizeof(nuint) + 8;

    public static Socket Create() => new(AddressFamily.Unix, SocketType.Seqpacket, ProtocolType.Unspecified);

    /// <summary>Sends one message.</summary>
    /// <exception cref="IOException">The other side has gone.</exception>
    public static void Send(Socket socket, ReadOnlySpan<byte> message, params ReadOnlySpan<int> descriptors)
    {
        var control = stackalloc byte[HeaderLength + (MostDescriptors * sizeof(int))];
        fixed (byte* start = message)
        {
            var part = new Libc.Part { Start = start, Length = (nuint)message.Length };
            var header = new Libc.MessageHeader { Parts = &part, PartCount = 1 };
            if (descriptors.Length > 0)
            {
                *(nuint*)control = (nuint)(HeaderLength + (descriptors.Length * sizeof(int)));
                *(int*)(control + sizeof(nuint)) = SocketLevel;
                *(int*)(control + sizeof(nuint) + 4) = Rights;
                descriptors.CopyTo(new Span<int>(control + HeaderLength, MostDescriptors));
                header.Control = control;
                header.ControlLength = *(nuint*)control;
            }

            Demand(Libc.Send(Handle(socket), &header, NoSignal), "sendmsg");
        }
    }

    /// <summary>Waits for one message.</summary>
    /// <returns>The message and the files that came with it, which are now the receiver's to close; empty where the other side has ended.</returns>
    public static (byte[] Message, int[] Descriptors) Receive(Socket socket)
    {
        var buffer = new byte[LongestMessage];
        var control = stackalloc byte[HeaderLength + (MostDescriptors * sizeof(int)) + sizeof(nuint)];
        fixed (byte* start = buffer)
        {
            var part = new Libc.Part { Start = start, Length = (nuint)buffer.Length };
            var header = new Libc.MessageHeader
            {
                Parts = &part, PartCount = 1, Control = control, ControlLength = (nuint)(HeaderLength + (MostDescriptors * sizeof(int))),
            };
            var length = Libc.Receive(Handle(socket), &header, CloseOnExec);
            Demand(length, "recvmsg");
            var descriptors = Array.Empty<int>();
            if (header.ControlLength >= (nuint)HeaderLength && *(int*)(control + sizeof(nuint) + 4) == Rights)
            {
                var count = ((int)*(nuint*)control - HeaderLength) / sizeof(int);
                descriptors = new Span<int>(control + HeaderLength, count).ToArray();
            }

            return (buffer[..(int)length], descriptors);
        }
    }

    // Sockets of .NET block until they are first used asynchronously; these never are.
    private static int Handle(Socket socket) => (int)socket.SafeHandle.DangerousGetHandle();

    private static void Demand(nint result, string what)
    {
        if (result < 0)
        {
            throw new IOException($"{what}: {Marshal.GetLastPInvokeErrorMessage()}", Marshal.GetLastPInvokeError());
        }
    }
}
