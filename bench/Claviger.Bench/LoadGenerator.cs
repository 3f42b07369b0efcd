using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Claviger.Bench;

/// <summary>Sends requests over keep-alive connections as fast as they are answered, and counts.</summary>
internal static class LoadGenerator
{
    /// <summary>Runs a load for a while.</summary>
    /// <param name="endpoint">Where to.</param>
    /// <param name="connections">How many at a time.</param>
    /// <param name="duration">For how long.</param>
    /// <param name="next">The whole bytes of the next request; called by one connection at a time for its own number.</param>
    /// <param name="pause">How long a connection rests after each answer.</param>
    public static async Task<Load> RunAsync(
        Uri endpoint, int connections, TimeSpan duration, Func<int, ReadOnlyMemory<byte>> next, TimeSpan pause = default)
    {
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var results = await Task.WhenAll(Enumerable.Range(0, connections)
            .Select(number => Task.Run(() => ConnectionAsync(endpoint, number, clock, duration, next, pause))));
        var elapsed = clock.Elapsed;
        return new Load(
            results.Sum(result => result.Latencies.Count),
            results.Sum(result => result.Failures),
            elapsed,
            Process.GetCurrentProcess().TotalProcessorTime - cpu,
            [.. results.SelectMany(result => result.Latencies).Order()]);
    }

    private static async Task<(List<double> Latencies, int Failures)> ConnectionAsync(
        Uri endpoint, int number, Stopwatch clock, TimeSpan duration, Func<int, ReadOnlyMemory<byte>> next, TimeSpan pause)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, endpoint.Port));
        var buffer = new byte[64 * 1024];
        var latencies = new List<double>(100_000);
        var failures = 0;
        while (clock.Elapsed < duration)
        {
            var request = next(number);
            var sent = clock.Elapsed;
            await socket.SendAsync(request);
            if (!await AnsweredAsync(socket, buffer))
            {
                failures++;
            }

            latencies.Add((clock.Elapsed - sent).TotalMilliseconds);
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause);
            }
        }

        return (latencies, failures);
    }

    private static async Task<bool> AnsweredAsync(Socket socket, byte[] buffer)
    {
        var length = 0;
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length));
            if (read == 0)
            {
                throw new InvalidOperationException("The server closed the connection.");
            }

            length += read;
            var end = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
            if (end >= 0 && length >= end + 4 + BodyLength(buffer.AsSpan(0, end)))
            {
                return buffer.AsSpan(9, 3).SequenceEqual("200"u8);
            }
        }
    }

    private static int BodyLength(ReadOnlySpan<byte> head)
    {
        var name = head.IndexOf("Content-Length: "u8);
        if (name < 0)
        {
            throw new InvalidOperationException("An answer without a length.");
        }

        var length = 0;
        foreach (var digit in head[(name + 16)..])
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                break;
            }

            length = (length * 10) + digit - '0';
        }

        return length;
    }
}
