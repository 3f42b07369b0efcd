using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Claviger.Ec2;

/// <summary>The network namespace of the thread that opened it, to be configured through rtnetlink: interfaces, addresses, routes.</summary>
internal sealed unsafe class NetworkConfiguration : IDisposable
{
    /// <summary>The number of the error where this kernel has no such interface.</summary>
    public const int NotSupported = 95;

    private const int NetlinkFamily = 16;
    private const int RawSocket = 3;
    private const int CloseOnExec = 0x80000;
    private const int HeaderLength = 16;
    private const int LongestAnswer = 8192;

    private const ushort NewLink = 16;
    private const ushort NewAddress = 20;
    private const ushort NewRoute = 24;
    private const ushort Acknowledged = 0x5;
    private const ushort Created = 0x600;

    private const byte MainTable = 254;
    private const byte SetAtBoot = 3;
    private const byte WithinLink = 253;
    private const byte Unicast = 1;

    private readonly int _socket = Libc.Demand(Libc.OpenSocket(NetlinkFamily, RawSocket | CloseOnExec, 0), "netlink");

    /// <summary>Makes a pair of Ethernet interfaces: what is sent by the one is received by the other.</summary>
    /// <param name="near">The name of the one, which is in this namespace.</param>
    /// <param name="far">The name of the other.</param>
    /// <param name="farAddress">The hardware address of the other, six bytes.</param>
    /// <param name="farNamespace">The network namespace that the other is in, an open file.</param>
    /// <exception cref="IOException">It can't be made; its number is <see cref="NotSupported"/> where this kernel has none.</exception>
    public void MakePair(string near, string far, ReadOnlySpan<byte> farAddress, int farNamespace)
    {
        byte[] peer =
        [
            .. Link(0, isUp: false), .. Attribute(3, Name(far)), .. Attribute(1, farAddress), .. Attribute(28, BitConverter.GetBytes(farNamespace)),
        ];
        byte[] kind = [.. Attribute(1, Name("veth")), .. Attribute(2, Attribute(1, peer))];
        Ask(NewLink, Created, [.. Link(0, isUp: false), .. Attribute(3, Name(near)), .. Attribute(18, kind)], "A pair of interfaces can't be made");
    }

    /// <summary>Brings an interface up.</summary>
    public void BringUp(string name) => Ask(NewLink, 0, Link(IndexOf(name), isUp: true), $"{name} can't be brought up");

    /// <summary>Gives an interface an address, with no others on its link.</summary>
    public void AddAddress(string name, IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        byte[] message = [(byte)AddressFamily.InterNetwork, 32, 0, 0, .. BitConverter.GetBytes(IndexOf(name)), .. Attribute(2, bytes), .. Attribute(1, bytes)];
        Ask(NewAddress, Created, message, $"{address} can't be given to {name}");
    }

    /// <summary>Says that some addresses are on an interface's link.</summary>
    public void AddRoute(string name, IPNetwork addresses)
    {
        byte[] message =
        [
            (byte)AddressFamily.InterNetwork, (byte)addresses.PrefixLength, 0, 0, MainTable, SetAtBoot, WithinLink, Unicast, 0, 0, 0, 0,
            .. Attribute(1, addresses.BaseAddress.GetAddressBytes()), .. Attribute(4, BitConverter.GetBytes(IndexOf(name))),
        ];
        Ask(NewRoute, Created, message, $"{addresses} can't be reached by {name}");
    }

    /// <inheritdoc/>
    public void Dispose() => Libc.Close(_socket);

    private static int IndexOf(string name) => Libc.IndexOfInterface(name) is var index and > 0 ? (int)index : throw new IOException($"There is no interface {name}.");

    private static byte[] Name(string name) => [.. Encoding.ASCII.GetBytes(name), 0];

    private static byte[] Link(int index, bool isUp)
    {
        var message = new byte[16];
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(4), index);
        message[8] = message[12] = (byte)(isUp ? 1 : 0);
        return message;
    }

    private static byte[] Attribute(ushort type, ReadOnlySpan<byte> value)
    {
        var attribute = new byte[(4 + value.Length + 3) & ~3];
        BinaryPrimitives.WriteUInt16LittleEndian(attribute, (ushort)(4 + value.Length));
        BinaryPrimitives.WriteUInt16LittleEndian(attribute.AsSpan(2), type);
        value.CopyTo(attribute.AsSpan(4));
        return attribute;
    }

    private void Ask(ushort type, ushort flags, ReadOnlySpan<byte> content, string failure)
    {
        var message = new byte[HeaderLength + content.Length];
        BinaryPrimitives.WriteInt32LittleEndian(message, message.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(message.AsSpan(4), type);
        BinaryPrimitives.WriteUInt16LittleEndian(message.AsSpan(6), (ushort)(flags | Acknowledged));
        content.CopyTo(message.AsSpan(HeaderLength));
        var answer = stackalloc byte[LongestAnswer];
        fixed (byte* start = message)
        {
            if (Libc.Send(_socket, start, (nuint)message.Length, 0) < 0 || Libc.Receive(_socket, answer, LongestAnswer, 0) < HeaderLength + 4)
            {
                throw new IOException($"{failure}: netlink does not answer.");
            }
        }

        // The acknowledgement: nothing, or the negative number of an error.
        if (-*(int*)(answer + HeaderLength) is var error and not 0)
        {
            throw new IOException($"{failure}: {System.Runtime.InteropServices.Marshal.GetPInvokeErrorMessage(error)}", error);
        }
    }
}
