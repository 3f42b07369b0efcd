using System.Net;
using Claviger.Aws;

namespace Claviger.Server;

/// <summary>Calls of the query protocol for the commands that work with instances, signed with the caller's own key.</summary>
internal sealed class QueryClient(RunningServer server, CallerKey key) : IDisposable
{
    public static readonly string Region = Environment.GetEnvironmentVariable("AWS_REGION") ?? Environment.GetEnvironmentVariable("AWS_DEFAULT_REGION") ?? "us-east-1";

    private readonly HttpClient _http = server.CreateClient();

    /// <summary>Makes a call.</summary>
    /// <exception cref="CommandException">No answer, or a refusal.</exception>
    public async Task<QueryAnswer> CallAsync(ServiceModel service, string action, CancellationToken stop, params (string Name, string Value)[] parameters)
    {
        var form = new FormUrlEncodedContent(
            [new("Action", action), new("Version", service.ApiVersion), .. parameters.Select(static it => new KeyValuePair<string, string>(it.Name, it.Value))]);
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Endpoint) { Content = form };
        foreach (var (name, value) in Sign(server, key, service.SigningName, HttpMethod.Post.Method, "/", await form.ReadAsByteArrayAsync(stop)))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        try
        {
            using var answer = await _http.SendAsync(request, stop);
            var document = QueryAnswer.Read(await answer.Content.ReadAsStringAsync(stop));
            return answer.StatusCode == HttpStatusCode.OK
                ? document
                : throw new CommandException($"{document.Text("Code")}: {document.Text("Message")}");
        }
        catch (Exception error) when (error is HttpRequestException or FormatException)
        {
            throw new CommandException($"No answer from {server.Endpoint}: {error.Message}", error);
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The headers that sign a request.</summary>
    public static IEnumerable<(string Name, string Value)> Sign(RunningServer server, CallerKey key, string service, string method, string target, byte[] body)
    {
        var signer = new SigV4Signer(
            key.AccessKeyId, key.SecretAccessKey, key.SessionToken, Region, new SigningRules(service, SignatureErrors.Query));
        var headers = new HeaderList().Add("Host", server.Endpoint.Authority);
        signer.Sign(method, target, headers, body, TimeProvider.System.GetUtcNow());
        return headers.Names.Where(static name => !name.Equals("Host", StringComparison.OrdinalIgnoreCase)).Select(name => (name, headers[name].Single!));
    }
}
