using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Claviger.EndToEnd;

/// <summary>A wire between a gateway and its upstream that is listened to, and can be cut.</summary>
public sealed partial class UpstreamTap : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Uri _upstream;
    private readonly StringBuilder _heard = new();
    private readonly Lock _gate = new();
    private readonly Task _accepting;

    /// <summary>A wire to a server.</summary>
    public UpstreamTap(Uri upstream)
    {
        _upstream = upstream;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>The gateway's end of it.</summary>
    public Uri Endpoint => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Whether what comes is hung up on.</summary>
    public bool IsCut { get; set; }

    /// <summary>Everything that the gateway has sent.</summary>
    public string Heard
    {
        get
        {
            lock (_gate)
            {
                return _heard.ToString();
            }
        }
    }

    /// <summary>The requests that the gateway has sent: method and target.</summary>
    public IReadOnlyList<string> Requests => [.. RequestLine().Matches(Heard).Select(match => match.Groups[1].Value)];

    /// <summary>Forgets what was heard.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _heard.Clear();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = RelayAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (SocketException)
        {
            // The listener was stopped.
        }
    }

    private async Task RelayAsync(TcpClient gateway)
    {
        using var near = gateway;
        using var far = new TcpClient();
        try
        {
            if (IsCut)
            {
                return;
            }

            await far.ConnectAsync(_upstream.Host, _upstream.Port);
            await Task.WhenAny(CopyAsync(near.GetStream(), far.GetStream(), isHeard: true), CopyAsync(far.GetStream(), near.GetStream(), isHeard: false));
        }
        catch (SocketException)
        {
            // The upstream is gone, and so is the wire.
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, bool isHeard)
    {
        var room = new byte[64 * 1024];
        try
        {
            while (await from.ReadAsync(room) is > 0 and var read && !IsCut)
            {
                if (isHeard)
                {
                    lock (_gate)
                    {
                        _heard.Append(Encoding.Latin1.GetString(room, 0, read));
                    }
                }

                await to.WriteAsync(room.AsMemory(0, read));
            }
        }
        catch (IOException)
        {
            // One of the two has hung up.
        }
    }

    [GeneratedRegex(@"^((?:GET|HEAD|PUT|POST|DELETE) \S+) HTTP/1\.1\r$", RegexOptions.Multiline)]
    private static partial Regex RequestLine();
}
