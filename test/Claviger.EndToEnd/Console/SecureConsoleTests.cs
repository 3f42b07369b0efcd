using System.Net;
using System.Net.Sockets;

namespace Claviger.EndToEnd;

/// <summary>The console behind a proxy that speaks TLS to browsers, and HTTP to the server.</summary>
public sealed class SecureConsoleTests
{
    private const string Origin = "https://console.example.com";

    [Fact]
    public async Task Its_cookies_are_secure_and_its_forms_are_taken_from_its_public_address_alone()
    {
        var port = FreePort();
        await using var server = await LiveServer.StartAsync(["--ephemeral", "--console-url", Origin, "--console-port", $"{port}"]);
        var http = new RawHttp(new Uri($"http://127.0.0.1:{port}"), null);
        var page = await http.SendAsync(new RawRequest { Method = "GET", Target = "/signin?type=root", Headers = [("Host", "console.example.com")] });
        Assert.Equal(200, page.Status);
        var csrf = page.Body.Split("name=\"csrf\" value=\"")[1].Split('"')[0];
        var kept = Cookies(page);
        Assert.All(kept, cookie => Assert.Contains("; secure", cookie, StringComparison.Ordinal));

        var form = $"email={Uri.EscapeDataString(LiveServer.RootEmail)}&password={LiveServer.RootPassword}&_handler=signin&csrf={Uri.EscapeDataString(csrf)}";
        async Task<RawAnswer> PostAsync(string origin) => await http.SendAsync(RawRequest.Form(form) with
        {
            Target = "/signin?type=root",
            Headers =
            [
                ("Host", "console.example.com"), ("Origin", origin), ("Content-Type", "application/x-www-form-urlencoded"), ("Cookie", string.Join("; ", kept.Select(cookie => cookie.Split(';')[0]))),
            ],
        });
        Assert.Equal(403, (await PostAsync("http://console.example.com")).Status);
        Assert.Equal(403, (await PostAsync($"{Origin}:8443")).Status);
        var signedIn = await PostAsync(Origin);
        Assert.Equal(302, signedIn.Status);
        var session = Assert.Single(Cookies(signedIn), cookie => cookie.StartsWith("__Host-claviger-session=", StringComparison.Ordinal));
        Assert.Contains("; secure; samesite=lax; httponly", session, StringComparison.Ordinal);
        Assert.Contains("; path=/;", session, StringComparison.Ordinal);
        Assert.DoesNotContain("domain", session, StringComparison.Ordinal);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static List<string> Cookies(RawAnswer answer) =>
        [.. answer.Headers.Where(header => header.Name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase)).Select(header => header.Value)];
}
