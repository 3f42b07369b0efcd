using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;

namespace Claviger.Ec2;

/// <summary>Brings the connections that instances make to the HTTP server, as if each port were one socket; every connection says whose it is.</summary>
public sealed class InstanceTransport : IConnectionListenerFactory, IConnectionListenerFactorySelector, IDisposable
{
    // Accepted and not yet taken by the server.
    private const int Waiting = 512;

    private readonly SocketConnectionContextFactory _connections;
    private readonly Dictionary<InstancePort, Channel<ConnectionContext>> _arrivals =
        Enum.GetValues<InstancePort>().ToDictionary(static port => port, static _ => Channel.CreateBounded<ConnectionContext>(Waiting));

    /// <summary>A transport without instances.</summary>
    public InstanceTransport(ILoggerFactory log)
    {
        ArgumentNullException.ThrowIfNull(log);
        _connections = new SocketConnectionContextFactory(new SocketConnectionFactoryOptions(), log.CreateLogger<InstanceTransport>());
    }

    /// <inheritdoc/>
    public bool CanBind(EndPoint endpoint) => endpoint is InstanceEndPoint;

    /// <inheritdoc/>
    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<IConnectionListener>(new Listener((InstanceEndPoint)endpoint, _arrivals[((InstanceEndPoint)endpoint).Port]));

    /// <inheritdoc/>
    public void Dispose() => _connections.Dispose();

    /// <summary>Accepts an instance's connections until its socket is closed.</summary>
    internal async Task ServeAsync(System.Net.Sockets.Socket listener, InstanceConnection identity, IPAddress address)
    {
        try
        {
            while (true)
            {
                var socket = await listener.AcceptAsync();
                socket.NoDelay = true;
                var connection = _connections.Create(socket);
                connection.Features.Set(identity);
                connection.RemoteEndPoint = new IPEndPoint(address, (connection.RemoteEndPoint as IPEndPoint)?.Port ?? 0);
                await _arrivals[identity.Port].Writer.WriteAsync(connection);
            }
        }
        catch (Exception error) when (error is ObjectDisposedException or System.Net.Sockets.SocketException or ChannelClosedException)
        {
            // The instance has ended, or the server.
        }
    }

    private sealed class Listener(InstanceEndPoint endpoint, Channel<ConnectionContext> arrivals) : IConnectionListener
    {
        public EndPoint EndPoint => endpoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            try
            {
                return await arrivals.Reader.ReadAsync(cancellationToken);
            }
            catch (ChannelClosedException)
            {
                return null;
            }
        }

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
        {
            arrivals.Writer.TryComplete();
            return default;
        }

        public ValueTask DisposeAsync() => UnbindAsync();
    }
}
