using System.Net;
using System.Net.Sockets;

namespace Claviger.Ec2;

/// <summary>
/// The sockets by which an instance is served: made within its network namespace, which they keep whoever accepts from them. Which of them
/// a connection came in by is therefore who the caller is.
/// </summary>
internal sealed class InstanceListeners : IDisposable
{
    private const int Backlog = 128;

    private InstanceListeners(Socket metadata, Socket plain, Socket services, Socket resolver, Socket streamResolver) =>
        All = [metadata, plain, services, resolver, streamResolver];

    /// <summary>Takes over sockets that a keeper handed on, in its order.</summary>
    public static InstanceListeners Of(int[] descriptors)
    {
        var sockets = descriptors.Select(descriptor => new Socket(new SafeSocketHandle(descriptor, ownsHandle: true))).ToArray();
        return sockets is [var metadata, var plain, var services, var resolver, var streamResolver]
            ? new InstanceListeners(metadata, plain, services, resolver, streamResolver)
            : throw new IOException("A keeper handed over other sockets than an instance has.");
    }

    /// <summary>Makes them, in this process's network namespace.</summary>
    public static InstanceListeners Open() => new(
        Listen(InstanceAddresses.Metadata, 80),
        Listen(InstanceAddresses.Services, 80),
        Listen(InstanceAddresses.Services, 443),
        Bind(new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp), InstanceAddresses.Resolver, 53),
        Listen(InstanceAddresses.Resolver, 53));

    /// <summary>All of them, in the order that they are handed over in.</summary>
    public IReadOnlyList<Socket> All { get; }

    /// <summary>The metadata service's, HTTP.</summary>
    public Socket Metadata => All[0];

    /// <summary>The services' of AWS, HTTP.</summary>
    public Socket Plain => All[1];

    /// <summary>The services' of AWS, HTTPS.</summary>
    public Socket Services => All[2];

    /// <summary>The resolver's for datagrams.</summary>
    public Socket Resolver => All[3];

    /// <summary>The resolver's for streams.</summary>
    public Socket StreamResolver => All[4];

    public void Dispose()
    {
        foreach (var socket in All)
        {
            socket.Dispose();
        }
    }

    private static Socket Listen(IPAddress address, int port)
    {
        var socket = Bind(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp), address, port);
        socket.Listen(Backlog);
        return socket;
    }

    private static Socket Bind(Socket socket, IPAddress address, int port)
    {
        socket.Bind(new IPEndPoint(address, port));
        return socket;
    }
}
