using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>The keys of an account's token issuer: an RSA and an elliptic one, sealed in the store, the public halves published.</summary>
public sealed class TokenSigningKeys(SecretBox box)
{
    /// <summary>RSA with PKCS #1 padding and SHA-256.</summary>
    public const string Rsa = "RS256";

    /// <summary>ECDSA over P-384 with SHA-384.</summary>
    public const string EllipticCurve = "ES384";

    private const int RsaBits = 2048;
    private const string Between = "\n\n";

    /// <summary>Makes an issuer for an account, with new keys. Takes a while.</summary>
    public TokenIssuerRecord New(AccountId account, DateTimeOffset now)
    {
        var id = RequestId.New();
        using var rsa = RSA.Create(RsaBits);
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var pem = Encoding.UTF8.GetBytes(rsa.ExportPkcs8PrivateKeyPem() + Between + ec.ExportPkcs8PrivateKeyPem());
        return new TokenIssuerRecord
        {
            Account = account,
            Id = id,
            IsEnabled = true,
            PublishedKeys = Publish(rsa, ec),
            SealedPrivateKeys = box.Seal(SecretPurpose.TokenSigning, account, id, pem),
            Created = now,
        };
    }

    /// <summary>Signs a token: JWS in its compact form.</summary>
    /// <param name="issuer">The issuer.</param>
    /// <param name="algorithm"><see cref="Rsa"/> or <see cref="EllipticCurve"/>.</param>
    /// <param name="payload">The claims, JSON.</param>
    public string Sign(TokenIssuerRecord issuer, string algorithm, ReadOnlySpan<byte> payload)
    {
        var pems = Encoding.UTF8.GetString(box.Open(SecretPurpose.TokenSigning, issuer.Account, issuer.Id, issuer.SealedPrivateKeys)).Split(Between);
        if (algorithm == Rsa)
        {
            using var rsa = RSA.Create();
            rsa.ImportFromPem(pems[0]);
            var (text, bytes) = Unsigned(algorithm, KeyIdOf(rsa), payload);
            return $"{text}.{Base64Url.EncodeToString(rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
        }
        else
        {
            using var ec = ECDsa.Create();
            ec.ImportFromPem(pems[1]);
            var (text, bytes) = Unsigned(algorithm, KeyIdOf(ec), payload);
            return $"{text}.{Base64Url.EncodeToString(ec.SignData(bytes, HashAlgorithmName.SHA384))}";
        }
    }

    private static (string Text, byte[] Bytes) Unsigned(string algorithm, string keyId, ReadOnlySpan<byte> payload)
    {
        var header = $$"""{"alg":"{{algorithm}}","kid":"{{keyId}}","typ":"JWT"}""";
        var text = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(payload)}";
        return (text, Encoding.ASCII.GetBytes(text));
    }

    private static string KeyIdOf(AsymmetricAlgorithm key) => Base64Url.EncodeToString(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));

    private static string Publish(RSA rsa, ECDsa ec)
    {
        var modulus = rsa.ExportParameters(includePrivateParameters: false);
        var point = ec.ExportParameters(includePrivateParameters: false);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteStartArray("keys"u8);
            WriteKey(json, KeyIdOf(rsa), Rsa, [("kty", "RSA"), ("n", Base64Url.EncodeToString(modulus.Modulus)), ("e", Base64Url.EncodeToString(modulus.Exponent))]);
            WriteKey(
                json, KeyIdOf(ec), EllipticCurve,
                [("kty", "EC"), ("crv", "P-384"), ("x", Base64Url.EncodeToString(point.Q.X)), ("y", Base64Url.EncodeToString(point.Q.Y))]);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void WriteKey(Utf8JsonWriter json, string keyId, string algorithm, (string Name, string Value)[] members)
    {
        json.WriteStartObject();
        json.WriteString("kid"u8, keyId);
        json.WriteString("use"u8, "sig"u8);
        json.WriteString("alg"u8, algorithm);
        foreach (var (name, value) in members)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }
}
