using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Claviger.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Claviger.Ec2;

/// <summary>Programs that are run in instances from outside, for who may <c>ssm:StartSession</c> on them: a WebSocket each.</summary>
public sealed class SessionEndpoint(OwnGate gate, InstanceHosting hosting, InstanceFactsSource facts)
{
    /// <summary>What the paths begin with; then come the instance's id and <see cref="Suffix"/>.</summary>
    public const string Prefix = OwnEndpoint.Prefix + "instances/";

    /// <summary>What the paths end with.</summary>
    public const string Suffix = "/session";

    // What a program has written as it ended is passed on, but what it left running in the background does not hold the session.
    private static readonly TimeSpan Aftermath = TimeSpan.FromMilliseconds(500);

    /// <summary>Answers a request.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var path = http.Request.Path.Value!;
        if (!http.WebSockets.IsWebSocketRequest || !path.EndsWith(Suffix, StringComparison.Ordinal) || path.Length <= Prefix.Length + Suffix.Length)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var id = path[Prefix.Length..^Suffix.Length];
        var instance = await facts(id, http.RequestAborted);
        var passed = await gate.PassAsync(http, "StartSession", "ssm:StartSession", (caller, _) => instance is null
            ? ($"arn:aws:ec2:us-east-1:{caller.Account}:instance/{id}", caller.Account, null)
            : ($"arn:aws:ec2:{instance.Region}:{instance.Account}:instance/{id}", instance.Account, instance.Tags));
        if (passed is null)
        {
            return;
        }

        using var socket = new SessionSocket(await http.WebSockets.AcceptWebSocketAsync());
        try
        {
            await ServeAsync(socket, id, instance, http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The client has gone.
        }
    }

    private async Task ServeAsync(SessionSocket socket, string id, InstanceFacts? instance, CancellationToken cancellation)
    {
        try
        {
            if (instance is null)
            {
                throw new InstanceStartException($"The instance ID '{id}' does not exist.");
            }

            if (hosting.Driver is not NamespaceDriver driver)
            {
                throw new InstanceStartException(hosting.Obstacle ?? "This server's driver runs no programs in instances.");
            }

            var plan = JsonSerializer.Deserialize((await socket.ReceiveAsync(cancellation)).Span, SessionJson.Default.SessionPlan)!;
            using var program = await driver.RunAsync(id, plan);
            await PassAsync(socket, program, cancellation);
        }
        catch (Exception error) when (error is InstanceStartException or JsonException)
        {
            await socket.SendAsync(SessionFrame.Obstacle, Encoding.UTF8.GetBytes(error.Message), cancellation);
        }

        await socket.CloseAsync(cancellation);
    }

    private static async Task PassAsync(SessionSocket socket, InstanceProgram program, CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // Reads of pipes and terminals block a thread each; they end with the program, or when it is disposed.
        var output = Task.Run(() => socket.SendAllAsync(SessionFrame.Data, program.Output, ending.Token), cancellation);
        var errors = Task.Run(() => socket.SendAllAsync(SessionFrame.Errors, program.Errors, ending.Token), cancellation);
        var input = TakeInputAsync(socket, program, ending.Token);
        if (await Task.WhenAny(program.ExitCode, input) == input)
        {
            return;
        }

        await Task.WhenAny(Task.WhenAll(output, errors), Task.Delay(Aftermath, cancellation));
        await socket.SendAsync(SessionFrame.Exit, Bytes(await program.ExitCode), cancellation);
    }

    private static TerminalSize Size(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt16BigEndian(bytes), BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]));

    private static byte[] Bytes(int number)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    // Ends when the client has gone.
    private static async Task TakeInputAsync(SessionSocket socket, InstanceProgram program, CancellationToken cancellation)
    {
        try
        {
            while (await socket.ReceiveAsync(cancellation) is { Length: > 0 } message)
            {
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
    }
}
