using System.Net;
using System.Net.WebSockets;
using System.Text;

namespace Claviger.EndToEnd;

/// <summary>The socket of a terminal as a program opens it that is no browser, and may lie about where it comes from.</summary>
public sealed class TerminalSocket : IDisposable
{
    private const byte Data = 0;
    private const byte Obstacle = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket _socket = new();
    private readonly StringBuilder _shown = new();

    private TerminalSocket()
    {
    }

    /// <summary>What the program has written so far.</summary>
    public string Shown => _shown.ToString();

    /// <summary>Opens one.</summary>
    /// <param name="visitor">Whose cookies it sends.</param>
    /// <param name="instance">The instance.</param>
    public static async Task<TerminalSocket> OpenAsync(ConsoleHttp visitor, string instance)
    {
        var terminal = new TerminalSocket();
        terminal._socket.Options.SetRequestHeader("Origin", visitor.Console.GetLeftPart(UriPartial.Authority));
        terminal._socket.Options.SetRequestHeader("Cookie", visitor.Cookies.GetCookieHeader(visitor.Console));
        await terminal._socket.ConnectAsync(new UriBuilder(new Uri(visitor.Console, $"/ec2/terminal?region=us-east-1&id={instance}&columns=90&rows=30")) { Scheme = "ws" }.Uri, default);
        return terminal;
    }

    /// <summary>The status of the refusal of one that is not opened.</summary>
    /// <param name="visitor">Whose cookies it sends.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="origin">Where it says that it comes from; nowhere where null.</param>
    public static async Task<HttpStatusCode> RefusalAsync(ConsoleHttp visitor, string instance, string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(visitor.Console, $"/ec2/terminal?id={instance}"));
        foreach (var (name, value) in new[] { ("Connection", "Upgrade"), ("Upgrade", "websocket"), ("Sec-WebSocket-Version", "13"), ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="), ("Origin", origin ?? ""), ("Cookie", visitor.Cookies.GetCookieHeader(visitor.Console)) })
        {
            if (value.Length > 0)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return answer.StatusCode;
    }

    /// <summary>Types.</summary>
    public Task TypeAsync(string text) => _socket.SendAsync((byte[])[Data, .. Encoding.UTF8.GetBytes(text)], WebSocketMessageType.Binary, endOfMessage: true, default);

    /// <summary>Waits until the program has written something.</summary>
    public async Task SeeAsync(string text)
    {
        while (!Shown.Contains(text, StringComparison.Ordinal))
        {
            Assert.Null(await ReceiveAsync());
        }
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>Why it has ended; null where the program has.</returns>
    public async Task<string?> EndAsync()
    {
        while (_socket.State == WebSocketState.Open)
        {
            if (await ReceiveAsync() is { } sentence)
            {
                return sentence;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    // An obstacle's sentence, if that is what came.
    private async Task<string?> ReceiveAsync()
    {
        var buffer = new byte[64 * 1024];
        var result = await _socket.ReceiveAsync(buffer, default).WaitAsync(Patience);
        Assert.True(result.EndOfMessage);
        if (result.Count == 0)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(buffer, 1, result.Count - 1);
        if (buffer[0] == Data)
        {
            _shown.Append(text);
        }

        return buffer[0] == Obstacle ? text : null;
    }
}
