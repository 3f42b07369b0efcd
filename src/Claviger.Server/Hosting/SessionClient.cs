using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Claviger.Aws;
using Claviger.Ec2;

namespace Claviger.Server;

/// <summary>A program in an instance, on this command's own input, output and terminal.</summary>
internal sealed class SessionClient(RunningServer server, CallerKey key)
{
    /// <summary>Runs a program to its end.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="command">The program and its arguments; empty for a login shell.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>Its exit code.</returns>
    /// <exception cref="CommandException">It was refused, or not started.</exception>
    public async Task<int> RunAsync(string instanceId, IReadOnlyList<string> command, CancellationToken stop)
    {
        using var socket = new SessionSocket(await ConnectAsync($"{SessionEndpoint.Prefix}{instanceId}{SessionEndpoint.Suffix}", stop));
        using var terminal = LocalTerminal.TryTake();
        var plan = new SessionPlan
        {
            Command = command,
            Terminal = terminal is null ? null : new TerminalSize(LocalTerminal.Size.Columns, LocalTerminal.Size.Rows),
            Environment = terminal is not null && Environment.GetEnvironmentVariable("TERM") is { } kind
                ? new Dictionary<string, string> { ["TERM"] = kind }
                : new Dictionary<string, string>(),
        };
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(plan, SessionJson.Default.SessionPlan), stop);
        using var resized = PosixSignalRegistration.Create(PosixSignal.SIGWINCH, context => _ = ResizeAsync(socket, stop));
        _ = Task.Run(() => SendInputAsync(socket, stop), stop);
        return await ReceiveAsync(socket, stop);
    }

    private async Task<WebSocket> ConnectAsync(string path, CancellationToken stop)
    {
        var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.Proxy = null;
        socket.Options.RemoteCertificateValidationCallback = (_, _, _, errors) => server.Endpoint.IsLoopback || errors == System.Net.Security.SslPolicyErrors.None;
        foreach (var (name, value) in QueryClient.Sign(server, key, IamModel.Service.SigningName, HttpMethod.Get.Method, path, []))
        {
            socket.Options.SetRequestHeader(name, value);
        }

        try
        {
            await socket.ConnectAsync(
                new UriBuilder(new Uri(server.Endpoint, path)) { Scheme = server.Endpoint.Scheme == Uri.UriSchemeHttps ? "wss" : "ws" }.Uri, stop);
            return socket;
        }
        catch (WebSocketException error)
        {
            var refusal = socket.HttpStatusCode is System.Net.HttpStatusCode.Forbidden
                ? "the caller may not ssm:StartSession on this instance, or its credentials are not valid"
                : error.Message;
            socket.Dispose();
            throw new CommandException($"No session at {server.Endpoint}: {refusal}.", error);
        }
    }

    private static async Task<int> ReceiveAsync(SessionSocket socket, CancellationToken stop)
    {
        await using var output = System.Console.OpenStandardOutput();
        await using var errors = System.Console.OpenStandardError();
        while (await socket.ReceiveAsync(stop) is { Length: > 0 } message)
        {
            var content = message[1..];
            switch ((SessionFrame)message.Span[0])
            {
                case SessionFrame.Data:
                    await output.WriteAsync(content, stop);
                    break;
                case SessionFrame.Errors:
                    await errors.WriteAsync(content, stop);
                    break;
                case SessionFrame.Exit:
                    return BinaryPrimitives.ReadInt32BigEndian(content.Span);
                case SessionFrame.Obstacle:
                    throw new CommandException(Encoding.UTF8.GetString(content.Span));
            }
        }

        throw new CommandException("The session broke off: the instance has ended, or the server.");
    }

    private static async Task SendInputAsync(SessionSocket socket, CancellationToken stop)
    {
        await using var input = System.Console.OpenStandardInput();
        await socket.SendAllAsync(SessionFrame.Data, input, stop);
        await socket.SendAsync(SessionFrame.EndOfInput, default, stop);
    }

    private static Task ResizeAsync(SessionSocket socket, CancellationToken stop)
    {
        var size = new byte[4];
        BinaryPrimitives.WriteUInt16BigEndian(size, (ushort)LocalTerminal.Size.Columns);
        BinaryPrimitives.WriteUInt16BigEndian(size.AsSpan(2), (ushort)LocalTerminal.Size.Rows);
        return socket.SendAsync(SessionFrame.Resize, size, stop);
    }
}
