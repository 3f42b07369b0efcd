using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;
using Claviger.Aws;

namespace Claviger.Server;

/// <summary>A root user's hand on what is ours on the running server.</summary>
internal sealed class OwnClient(RunningServer server)
{
    private const string Region = "us-east-1";

    /// <summary>Posts a JSON object, signed as a call of IAM.</summary>
    /// <param name="path">One of <see cref="OwnPaths"/>.</param>
    /// <param name="write">Writes the members of the object.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="CommandException">No answer, or a refusal.</exception>
    public async Task<JsonElement> PostAsync(string path, Action<Utf8JsonWriter> write, CancellationToken stop)
    {
        using var request = Sign(path, Body(write));
        using var http = server.CreateClient();
        try
        {
            using var answer = await http.SendAsync(request, stop);
            using var document = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(stop), cancellationToken: stop);
            return answer.IsSuccessStatusCode
                ? document.RootElement.Clone()
                : throw new CommandException($"{document.RootElement.GetProperty("Code")}: {document.RootElement.GetProperty("Message")}");
        }
        catch (Exception error) when (error is HttpRequestException or JsonException)
        {
            throw new CommandException($"No answer from {server.Endpoint}: {error.Message}", error);
        }
    }

    private HttpRequestMessage Sign(string path, byte[] body)
    {
        var key = RootKey.FromEnvironment() ?? server.ReadRootKey();
        var signer = new SigV4Signer(key.AccessKeyId, key.SecretAccessKey, null, Region, new SigningRules(IamModel.Service.SigningName, SignatureErrors.Query));
        var headers = new HeaderList().Add("Host", server.Endpoint.Authority);
        signer.Sign(HttpMethod.Post.Method, path, headers, body, TimeProvider.System.GetUtcNow());
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Endpoint, path)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var name in headers.Names)
        {
            request.Headers.TryAddWithoutValidation(name, headers[name].Single);
        }

        return request;
    }

    private static byte[] Body(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }
}
