using System.Text.Json;
using Claviger.Store;
using Microsoft.AspNetCore.Http;

namespace Claviger.Pipeline;

/// <summary>What an account's token issuer publishes, for anybody: its configuration, and the keys that its tokens are checked with.</summary>
/// <remarks>Source: "OpenID Connect Discovery 1.0", sections 3 and 4.</remarks>
public sealed class TokenIssuerEndpoint(IStore store, EndpointAddress address)
{
    /// <summary>What all paths begin with.</summary>
    public const string Prefix = OwnEndpoint.Prefix + "issuers/";

    private const string Configuration = "/.well-known/openid-configuration";
    private const string Keys = "/.well-known/jwks.json";
    private const int IdLength = 36;

    /// <summary>Answers one request.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        var path = http.Request.Path.Value![Prefix.Length..];
        var id = path.Length > IdLength ? path[..IdLength] : "";
        var issuer = HttpMethods.IsGet(http.Request.Method) && path[id.Length..] is Configuration or Keys
            ? await store.ReadAsync(id, static (state, id) => TokenIssuers.ById(state, id))
            : null;
        if (issuer is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.ContentType = "application/json";
        http.Response.Headers.CacheControl = "public, max-age=300";
        await http.Response.WriteAsync(path.EndsWith(Keys, StringComparison.Ordinal) ? issuer.PublishedKeys : ConfigurationOf(address.OfIssuer(id)), http.RequestAborted);
    }

    private static string ConfigurationOf(string issuer)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("issuer"u8, issuer);
            json.WriteString("jwks_uri"u8, issuer + Keys);
            WriteList(json, "response_types_supported", ["id_token"]);
            WriteList(json, "subject_types_supported", ["public"]);
            WriteList(json, "id_token_signing_alg_values_supported", [TokenSigningKeys.Rsa, TokenSigningKeys.EllipticCurve]);
            WriteList(json, "claims_supported", ["aud", "exp", "iat", "iss", "jti", "sub", "https://sts.amazonaws.com/"]);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void WriteList(Utf8JsonWriter json, string name, string[] values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
