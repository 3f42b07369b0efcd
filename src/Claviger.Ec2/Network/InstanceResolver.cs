using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Claviger.Ec2;

/// <summary>The resolver of an instance: names under <c>amazonaws.com</c> are the services' address, and there are no other names.</summary>
internal static class InstanceResolver
{
    private const int LongestQuery = 512;
    private const int MostStreams = 16;
    private static readonly TimeSpan StreamLife = TimeSpan.FromSeconds(10);

    /// <summary>Answers datagrams until the socket is closed.</summary>
    public static async Task AnswerDatagramsAsync(Socket socket)
    {
        var query = new byte[LongestQuery];
        while (true)
        {
            try
            {
                var received = await socket.ReceiveFromAsync(query, SocketFlags.None, new IPEndPoint(IPAddress.Any, 0));
                if (DnsMessage.Answer(query.AsSpan(0, received.ReceivedBytes), InstanceAddresses.Services) is { } answer)
                {
                    await socket.SendToAsync(answer, SocketFlags.None, received.RemoteEndPoint);
                }
            }
            catch (ObjectDisposedException)
            {
                return;
            }
            catch (SocketException error) when (error.SocketErrorCode is not (SocketError.OperationAborted or SocketError.Interrupted))
            {
                // Who asked has gone: others go on asking.
            }
            catch (SocketException)
            {
                return;
            }
        }
    }

    /// <summary>Answers connections until the socket is closed.</summary>
    public static async Task AnswerStreamsAsync(Socket listener)
    {
        using var room = new SemaphoreSlim(MostStreams);
        try
        {
            while (true)
            {
                await room.WaitAsync();
                var stream = await listener.AcceptAsync();
                _ = AnswerStreamAsync(stream, room);
            }
        }
        catch (Exception error) when (error is ObjectDisposedException or SocketException)
        {
            // The instance has ended.
        }
    }

    private static async Task AnswerStreamAsync(Socket socket, SemaphoreSlim room)
    {
        try
        {
            using var life = new CancellationTokenSource(StreamLife);
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            var length = new byte[2];
            while (true)
            {
                await stream.ReadExactlyAsync(length, life.Token);
                var query = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
                await stream.ReadExactlyAsync(query, life.Token);
                if (DnsMessage.Answer(query, InstanceAddresses.Services) is not { } answer)
                {
                    return;
                }

                BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)answer.Length);
                await stream.WriteAsync(length, life.Token);
                await stream.WriteAsync(answer, life.Token);
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            // Asked enough.
        }
        finally
        {
            try
            {
                room.Release();
            }
            catch (ObjectDisposedException)
            {
                // The instance has ended meanwhile.
            }
        }
    }
}
