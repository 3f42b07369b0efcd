using System.Net.WebSockets;

namespace Claviger.Ec2;

/// <summary>The messages of a session over a WebSocket.</summary>
/// <param name="socket">The socket; one reader and any number of writers at a time.</param>
public sealed class SessionSocket(WebSocket socket) : IDisposable
{
    /// <summary>The longest message, in bytes.</summary>
    public const int LongestMessage = 64 * 1024;

    private readonly SemaphoreSlim _sending = new(1);
    private readonly byte[] _received = new byte[LongestMessage];

    /// <summary>Sends a message as it is.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        await _sending.WaitAsync(cancellation);
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, cancellation);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Sends a message of a kind.</summary>
    public Task SendAsync(SessionFrame kind, ReadOnlyMemory<byte> content, CancellationToken cancellation) =>
        SendAsync((byte[])[(byte)kind, .. content.Span], cancellation);

    /// <summary>Waits for a message.</summary>
    /// <returns>The message, valid until the next is waited for; empty where there is none any more.</returns>
    public async Task<ReadOnlyMemory<byte>> ReceiveAsync(CancellationToken cancellation)
    {
        var length = 0;
        while (length < _received.Length)
        {
            try
            {
                var result = await socket.ReceiveAsync(_received.AsMemory(length), cancellation);
                if (result.MessageType == WebSocketMessageType.Close)
                {
                    return default;
                }

                length += result.Count;
                if (result.EndOfMessage)
                {
                    return _received.AsMemory(0, length);
                }
            }
            catch (WebSocketException)
            {
                return default;
            }
        }

        return default;
    }

    /// <summary>Sends all that a stream brings, as messages of a kind.</summary>
    public async Task SendAllAsync(SessionFrame kind, Stream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var buffer = new byte[16 * 1024];
        try
        {
            for (var length = await stream.ReadAsync(buffer, cancellation); length > 0; length = await stream.ReadAsync(buffer, cancellation))
            {
                await SendAsync(kind, buffer.AsMemory(0, length), cancellation);
            }
        }
        catch (IOException)
        {
            // A terminal whose programs have ended says it so.
        }
    }

    /// <summary>Ends the conversation in good order.</summary>
    public async Task CloseAsync(CancellationToken cancellation)
    {
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellation);
        }
        catch (Exception error) when (error is WebSocketException or ObjectDisposedException)
        {
            // The other side has gone first.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _sending.Dispose();
        socket.Dispose();
    }
}
