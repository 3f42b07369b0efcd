using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Claviger.EndToEnd;

/// <summary>An OpenID Connect issuer on this machine: it publishes one RSA key, and makes tokens.</summary>
public sealed class TestIssuer : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly RSA _key = RSA.Create(2048);
    private readonly Task _serving;

    /// <summary>Starts an issuer.</summary>
    public TestIssuer()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Name = $"127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/tenant";
        }

        _listener.Prefixes.Add($"http://{Name.Split('/')[0]}/");
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Its address without the scheme, as ARN and condition keys have it.</summary>
    public string Name { get; }

    /// <summary>Its address.</summary>
    public string Url => "http://" + Name;

    /// <summary>Where it says that its keys are; its own address unless a test says otherwise.</summary>
    public string? KeysAt { get; set; }

    /// <summary>How often it was asked for anything.</summary>
    public int Requests { get; private set; }

    /// <summary>The claims of a token that is good now, with others over them; a null takes one out.</summary>
    public JsonObject Claims(params (string Name, JsonNode? Value)[] changes)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject { ["iss"] = Url, ["sub"] = "somebody", ["aud"] = "client", ["iat"] = now, ["exp"] = now + 600 };
        foreach (var (name, value) in changes)
        {
            claims.Remove(name);
            if (value is not null)
            {
                claims[name] = value;
            }
        }

        return claims;
    }

    /// <summary>Signs a token.</summary>
    /// <param name="claims">Its claims.</param>
    /// <param name="algorithm">The algorithm that its header names.</param>
    /// <param name="keyId">The key that its header names.</param>
    /// <param name="key">What it is signed with; the issuer's key where it is not given.</param>
    public string Sign(JsonObject claims, string algorithm = "RS256", string keyId = "one", RSA? key = null)
    {
        var header = new JsonObject { ["alg"] = algorithm, ["kid"] = keyId, ["typ"] = "JWT" };
        var text = $"{Encode(Encoding.UTF8.GetBytes(header.ToJsonString()))}.{Encode(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
        var signature = algorithm switch
        {
            "none" => [],
            "HS256" => HMACSHA256.HashData(_key.ExportSubjectPublicKeyInfo(), Encoding.UTF8.GetBytes(text)),
            _ => (key ?? _key).SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        };
        return $"{text}.{Encode(signature)}";
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _key.Dispose();
    }

    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            Requests++;
            var answer = context.Request.Url!.AbsolutePath switch
            {
                "/tenant/.well-known/openid-configuration" => new JsonObject { ["issuer"] = Url, ["jwks_uri"] = KeysAt ?? Url + "/keys" },
                "/tenant/keys" => Keys(),
                _ => null,
            };
            context.Response.StatusCode = answer is null ? 404 : 200;
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer?.ToJsonString() ?? ""));
            context.Response.Close();
        }
    }

    private JsonObject Keys()
    {
        var parameters = _key.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA", ["use"] = "sig", ["alg"] = "RS256", ["kid"] = "one", ["n"] = Encode(parameters.Modulus!), ["e"] = Encode(parameters.Exponent!),
            }),
        };
    }
}
