using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Claviger.Aws;

namespace Claviger.Bench;

/// <summary>Starts the published server with a root user whose key is known.</summary>
internal static class ServerUnderTest
{
    public const string AccountId = "111122223333";
    public const string RootKeyId = "AKIAQAAAAAAABENCHKEY";
    public const string RootSecret = "bench/secret+key0123456789abcdefghijklmn";

    public const string RootEmail = "root@example.com";
    public const string RootPassword = "bench-Password-1";

    /// <summary>Starts it on a data folder.</summary>
    /// <param name="program">The published server.</param>
    /// <param name="folder">The data folder.</param>
    /// <param name="consolePort">The console's port; any where it is not given.</param>
    public static Task<ChildServer> StartAsync(string program, string folder, int consolePort = 0) => ChildServer.StartAsync(
        program,
        ["serve", "--data", folder, "--port", "0", "--console-port", consolePort.ToString(CultureInfo.InvariantCulture)],
        new Dictionary<string, string>
        {
            ["CLAVIGER_ROOT_EMAIL"] = RootEmail,
            ["CLAVIGER_ROOT_PASSWORD"] = RootPassword,
            ["CLAVIGER_ACCOUNT_ID"] = AccountId,
            ["CLAVIGER_ROOT_ACCESS_KEY_ID"] = RootKeyId,
            ["CLAVIGER_ROOT_SECRET_ACCESS_KEY"] = RootSecret,
        });

    /// <summary>A port that is free now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Calls once, and returns the answer.</summary>
    public static async Task<string> CallAsync(ChildServer server, string service, string form)
    {
        using var http = new HttpClient();
        var body = Encoding.ASCII.GetBytes(form);
        using var request = Sign(server, service, "/", "application/x-www-form-urlencoded", body);
        using var answer = await http.SendAsync(request);
        return (await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
    }

    /// <summary>Raises the quota of users, which stands in the way of a load.</summary>
    public static async Task RaiseUserQuotaAsync(ChildServer server)
    {
        using var http = new HttpClient();
        var body = Encoding.ASCII.GetBytes("""{"Name":"UsersPerAccount","Value":100000000}""");
        using var request = Sign(server, "iam", "/_claviger/quotas", "application/json", body);
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    private static HttpRequestMessage Sign(ChildServer server, string service, string path, string type, byte[] body)
    {
        var headers = new HeaderList();
        headers.Add("Host", server.Endpoint.Authority);
        new SigV4Signer(RootKeyId, RootSecret, null, "us-east-1", new SigningRules(service, SignatureErrors.Query))
            .Sign("POST", path, headers, body, TimeProvider.System.GetUtcNow());
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Endpoint, path)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        foreach (var name in headers.Names)
        {
            request.Headers.TryAddWithoutValidation(name, headers[name].Single);
        }

        return request;
    }
}
