using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Claviger.Ec2;

/// <summary>The loopback interface of this process's network namespace.</summary>
internal static unsafe class LoopbackInterface
{
    private const int RequestLength = 40;
    private const int NameLength = 16;
    private const nuint SetFlags = 0x8914;
    private const nuint SetAddress = 0x8916;
    private const nuint SetMask = 0x891C;
    private const short UpAndRunning = 0x41;

    /// <summary>Brings the interface up and gives it these addresses beside its own.</summary>
    /// <exception cref="IOException">This process may not.</exception>
    public static void Configure(IReadOnlyList<IPAddress> addresses)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        var descriptor = (int)socket.SafeHandle.DangerousGetHandle();
        var request = stackalloc byte[RequestLength];
        Name(request, "lo");
        *(short*)(request + NameLength) = UpAndRunning;
        Libc.Demand(Libc.Device(descriptor, SetFlags, request), "lo can't be brought up");
        for (var i = 0; i < addresses.Count; i++)
        {
            foreach (var (operation, address) in new[] { (SetAddress, addresses[i]), (SetMask, IPAddress.Broadcast) })
            {
                Name(request, $"lo:{i + 1}");
                *(short*)(request + NameLength) = (short)AddressFamily.InterNetwork;
                address.TryWriteBytes(new Span<byte>(request + NameLength + 4, 4), out _);
                Libc.Demand(Libc.Device(descriptor, operation, request), $"{addresses[i]} can't be given to lo");
            }
        }
    }

    private static void Name(byte* request, string name)
    {
        new Span<byte>(request, RequestLength).Clear();
        Encoding.ASCII.GetBytes(name, new Span<byte>(request, NameLength));
    }
}
