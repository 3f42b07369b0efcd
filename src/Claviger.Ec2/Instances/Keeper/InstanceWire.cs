using System.Net;
using System.Net.Sockets;
using System.Runtime.ExceptionServices;

namespace Claviger.Ec2;

/// <summary>
/// The wire that an instance is served over: a pair of interfaces. One is <c>eth0</c> of the instance's network, the other the only one of a second
/// network, in which nothing is but what serves the instance. So what is sent to the instance takes real hops, and the host's own network has no
/// part in it.
/// </summary>
internal static class InstanceWire
{
    private const string InstanceSide = "eth0";
    private const string ServingSide = "instance";

    // Of the addresses that instances find on their link, as on AWS; 169.254.169.240 to .255.
    private static readonly IPNetwork Served = new(new IPAddress([169, 254, 169, 240]), 28);
    private static readonly IPAddress[] Addresses = [InstanceAddresses.Metadata, InstanceAddresses.Resolver, InstanceAddresses.Services];

    /// <summary>Sets up the network of this thread as the instance's, and opens the sockets that it is served by.</summary>
    /// <exception cref="IOException">This kernel refuses.</exception>
    public static InstanceListeners Connect(IPAddress privateAddress, string macAddress)
    {
        InstanceListeners? listeners = null;
        ExceptionDispatchInfo? obstacle = null;
        var instance = Libc.Demand(Libc.Open("/proc/self/ns/net", Libc.CloseOnExec), "The instance's network namespace can't be opened");
        try
        {
            // A network namespace is a thread's. The one that makes the other end ends with that; sockets keep the namespace they were made in.
            var thread = new Thread(() =>
            {
                try
                {
                    listeners = OpenOtherEnd(instance, privateAddress, macAddress);
                }
                catch (Exception error) when (error is IOException or SocketException or UnauthorizedAccessException)
                {
                    obstacle = ExceptionDispatchInfo.Capture(error);
                }
            });
            thread.Start();
            thread.Join();
        }
        finally
        {
            Libc.Close(instance);
        }

        if (obstacle is { SourceException: IOException { HResult: NetworkConfiguration.NotSupported } })
        {
            // A kernel without such pairs: no hop is lost, as nothing in an instance can make a network that would be one away.
            return OpenLoopback(privateAddress);
        }

        obstacle?.Throw();
        using var network = new NetworkConfiguration();
        LoopbackInterface.Configure([]);
        network.AddAddress(InstanceSide, privateAddress);
        network.BringUp(InstanceSide);
        network.AddRoute(InstanceSide, Served);
        return listeners!;
    }

    /// <summary>Opens the sockets on the loopback interface of this thread's network, beside these addresses.</summary>
    public static InstanceListeners OpenLoopback(params IReadOnlyList<IPAddress> others)
    {
        LoopbackInterface.Configure([.. Addresses, .. others]);
        return InstanceListeners.Open();
    }

    // INVARIANT: this end takes packets from the instance's address alone, the one that leads back to it, and passes none on.
    private static InstanceListeners OpenOtherEnd(int instance, IPAddress privateAddress, string macAddress)
    {
        Libc.Demand(Libc.Unshare(Libc.NewNetwork), "A network namespace can't be made");
        using var network = new NetworkConfiguration();
        network.MakePair(ServingSide, InstanceSide, Convert.FromHexString(macAddress.Replace(":", "", StringComparison.Ordinal)), instance);
        KernelSettings.Set(("net/ipv4/ip_forward", "0"), ("net/ipv4/conf/all/rp_filter", "1"));
        LoopbackInterface.Configure(Addresses);
        network.BringUp(ServingSide);
        network.AddRoute(ServingSide, new IPNetwork(privateAddress, 32));
        return InstanceListeners.Open();
    }
}
