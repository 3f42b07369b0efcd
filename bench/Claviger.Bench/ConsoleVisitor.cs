using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Claviger.Bench;

/// <summary>Somebody at the console, from an address of the loopback network of their own.</summary>
internal sealed partial class ConsoleVisitor : IDisposable
{
    private readonly HttpClient _http;
    private readonly Uri _console;
    private string? _csrf;

    /// <param name="console">The console.</param>
    /// <param name="address">The address that the visitor comes from.</param>
    public ConsoleVisitor(Uri console, IPAddress address)
    {
        _console = console;
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectCallback = async (context, cancelled) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(address, 0));
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, console.Port), cancelled);
                return new NetworkStream(socket, ownsSocket: true);
            },
        }) { BaseAddress = console };
    }

    /// <summary>The text of a page.</summary>
    public async Task<string> PageAsync(string address)
    {
        using var answer = await _http.GetAsync(new Uri(address, UriKind.Relative));
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    /// <summary>Tries to sign in as a user.</summary>
    public Task<HttpStatusCode> SignInAsync(string account, string user, string password) =>
        PostAsync("/signin", ("account", account), ("username", user), ("password", password));

    /// <summary>Signs in as the root user.</summary>
    public async Task SignInAsRootAsync()
    {
        var status = await PostAsync("/signin?type=root", ("email", ServerUnderTest.RootEmail), ("password", ServerUnderTest.RootPassword));
        if (status != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"The sign-in was answered {status}.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<HttpStatusCode> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        _csrf ??= Token().Match(await PageAsync(address)).Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([
                new("_handler", "signin"), new("csrf", _csrf), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]),
        };
        request.Headers.Add("Origin", _console.GetLeftPart(UriPartial.Authority));
        using var answer = await _http.SendAsync(request);
        return answer.StatusCode;
    }

    [GeneratedRegex("name=\"csrf\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
