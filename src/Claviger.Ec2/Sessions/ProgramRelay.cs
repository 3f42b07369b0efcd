using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace Claviger.Ec2;

/// <summary>What passes between a client's socket and a program that is run for it in an instance.</summary>
public sealed class ProgramRelay(InstanceHosting hosting)
{
    // What a program has written as it ended is passed on, but what it left running in the background does not hold the session.
    private static readonly TimeSpan Aftermath = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan BetweenProofs = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs a program until it or the client has ended, or there is an objection; tells the client how it ended.</summary>
    /// <param name="socket">The client.</param>
    /// <param name="id">The instance.</param>
    /// <param name="isThere">Whether there is such an instance.</param>
    /// <param name="plan">Says what to run.</param>
    /// <param name="objection">Asked twice a second, and before anything that is typed is passed on: why the program may not go on; null where it may.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task RunAsync(
        SessionSocket socket, string id, bool isThere, Func<Task<SessionPlan>> plan, Func<ValueTask<string?>> objection, CancellationToken cancellation)
    {
        try
        {
            if (!isThere)
            {
                throw new InstanceStartException($"The instance ID '{id}' does not exist.");
            }

            if (hosting.Driver is not NamespaceDriver driver)
            {
                throw new InstanceStartException(hosting.Obstacle ?? "This server's driver runs no programs in instances.");
            }

            using var program = await driver.RunAsync(id, await plan());
            await PassAsync(socket, program, objection, cancellation);
        }
        catch (Exception error) when (error is InstanceStartException or JsonException)
        {
            await ObjectAsync(socket, error.Message, cancellation);
        }

        await socket.CloseAsync(cancellation);
    }

    /// <summary>Tells a client why nothing is run for it.</summary>
    internal static Task ObjectAsync(SessionSocket socket, string sentence, CancellationToken cancellation) =>
        socket.SendAsync(SessionFrame.Obstacle, Encoding.UTF8.GetBytes(sentence), cancellation);

    private static async Task PassAsync(SessionSocket socket, InstanceProgram program, Func<ValueTask<string?>> objection, CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // Reads of pipes and terminals block a thread each; they end with the program, or when it is disposed.
        var output = Task.Run(() => socket.SendAllAsync(SessionFrame.Data, program.Output, cancellation), cancellation);
        var errors = Task.Run(() => socket.SendAllAsync(SessionFrame.Errors, program.Errors, cancellation), cancellation);
        var input = TakeInputAsync(socket, program, objection, cancellation);
        var watch = WatchAsync(objection, ending.Token);
        var first = await Task.WhenAny(program.ExitCode, input, watch);
        await ending.CancelAsync();
        if (first != program.ExitCode)
        {
            if (await (Task<string?>)first is { } sentence)
            {
                await ObjectAsync(socket, sentence, cancellation);
            }

            return;
        }

        await Task.WhenAny(Task.WhenAll(output, errors), Task.Delay(Aftermath, cancellation));
        await socket.SendAsync(SessionFrame.Exit, Bytes(await program.ExitCode), cancellation);
    }

    private static async Task<string?> WatchAsync(Func<ValueTask<string?>> objection, CancellationToken cancellation)
    {
        while (true)
        {
            await Task.Delay(BetweenProofs, cancellation);
            if (await objection() is { } sentence)
            {
                return sentence;
            }
        }
    }

    // Ends when the client has gone, or with an objection.
    private static async Task<string?> TakeInputAsync(
        SessionSocket socket, InstanceProgram program, Func<ValueTask<string?>> objection, CancellationToken cancellation)
    {
        try
        {
            while (await socket.ReceiveAsync(cancellation) is { Length: > 0 } message)
            {
                if (await objection() is { } sentence)
                {
                    return sentence;
                }

                switch ((SessionFrame)message.Span[0])
                {
                    case SessionFrame.Data:
                        await program.Input.WriteAsync(message[1..], cancellation);
                        break;
                    case SessionFrame.EndOfInput:
                        program.EndInput();
                        break;
                    case SessionFrame.Resize when message.Length >= 5:
                        program.Resize(Size(message.Span[1..]));
                        break;
                }
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // The program reads no more. Its end is still to come, and to be told.
            await Task.Delay(Timeout.Infinite, cancellation);
        }

        return null;
    }

    private static TerminalSize Size(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt16BigEndian(bytes), BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]));

    private static byte[] Bytes(int number)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }
}
