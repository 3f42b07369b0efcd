using System.Security.Cryptography;
using System.Text;
using System.Xml;

namespace Claviger.Aws;

/// <summary>Opens encrypted assertions with the private keys that an account has given for a provider.</summary>
/// <remarks>
/// AES in GCM or CBC under a key that RSA-OAEP wraps. Written here in place of the framework's class for XML Encryption, which follows references out of the
/// document, knows no GCM, and takes PKCS #1 padding. Whatever fails, fails alike: who may guess at keys learns nothing from an answer.
/// </remarks>
internal static class SamlDecryption
{
    private const string Oaep = SamlXml.Encryption + "rsa-oaep-mgf1p";
    private const string OaepAny = "http://www.w3.org/2009/xmlenc11#rsa-oaep";
    private const string Encryption11 = "http://www.w3.org/2009/xmlenc11#";
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int BlockLength = 16;

    /// <summary>The assertion in an encrypted one; null if none of the keys opens it.</summary>
    /// <param name="encrypted">The element <c>EncryptedAssertion</c>.</param>
    /// <param name="keys">Private keys in PEM.</param>
    public static XmlElement? Open(XmlElement encrypted, IReadOnlyList<string> keys)
    {
        var data = SamlXml.Only(encrypted, SamlXml.Encryption, "EncryptedData");
        var wrapped = SamlXml.Only(SamlXml.Only(data, SamlXml.Signature, "KeyInfo"), SamlXml.Encryption, "EncryptedKey")
            ?? SamlXml.Only(encrypted, SamlXml.Encryption, "EncryptedKey");
        if (ValueOf(data) is not { } content || ValueOf(wrapped) is not { } wrappedKey || PaddingOf(wrapped!) is not { } padding)
        {
            return null;
        }

        foreach (var pem in keys)
        {
            if (Unwrap(pem, wrappedKey, padding) is { } key && Decrypt(MethodOf(data!), key, content) is { } bytes)
            {
                return SamlXml.Load(Encoding.UTF8.GetString(bytes))?.DocumentElement;
            }
        }

        return null;
    }

    private static byte[]? ValueOf(XmlElement? element) =>
        SamlXml.BytesOf(SamlXml.TextOf(SamlXml.Only(SamlXml.Only(element, SamlXml.Encryption, "CipherData"), SamlXml.Encryption, "CipherValue")));

    private static string? MethodOf(XmlElement element) => SamlXml.AttributeOf(SamlXml.Only(element, SamlXml.Encryption, "EncryptionMethod"), "Algorithm");

    private static RSAEncryptionPadding? PaddingOf(XmlElement wrapped)
    {
        var method = SamlXml.Only(wrapped, SamlXml.Encryption, "EncryptionMethod");
        var digest = SamlXml.AttributeOf(SamlXml.Only(method, SamlXml.Signature, "DigestMethod"), "Algorithm");
        var mask = SamlXml.AttributeOf(SamlXml.Only(method, Encryption11, "MGF"), "Algorithm");
        return (MethodOf(wrapped), digest, mask) switch
        {
            (Oaep or OaepAny, null or SamlXml.Signature + "sha1", null or Encryption11 + "mgf1sha1") => RSAEncryptionPadding.OaepSHA1,
            (OaepAny, SamlXml.Encryption + "sha256", Encryption11 + "mgf1sha256") => RSAEncryptionPadding.OaepSHA256,
            (OaepAny, SamlXml.Encryption + "sha512", Encryption11 + "mgf1sha512") => RSAEncryptionPadding.OaepSHA512,
            _ => null,
        };
    }

    private static byte[]? Unwrap(string pem, byte[] wrapped, RSAEncryptionPadding padding)
    {
        try
        {
            using var rsa = RSA.Create();
            rsa.ImportFromPem(pem);
            return rsa.Decrypt(wrapped, padding);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static byte[]? Decrypt(string? method, byte[] key, byte[] content)
    {
        try
        {
            return (method, key.Length) switch
            {
                (Encryption11 + "aes128-gcm", 16) or (Encryption11 + "aes192-gcm", 24) or (Encryption11 + "aes256-gcm", 32) => OpenGcm(key, content),
                (SamlXml.Encryption + "aes128-cbc", 16) or (SamlXml.Encryption + "aes192-cbc", 24) or (SamlXml.Encryption + "aes256-cbc", 32) => OpenCbc(key, content),
                _ => null,
            };
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static byte[]? OpenGcm(byte[] key, byte[] content)
    {
        if (content.Length < NonceLength + TagLength)
        {
            return null;
        }

        var plain = new byte[content.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(content.AsSpan(0, NonceLength), content.AsSpan(NonceLength, plain.Length), content.AsSpan(NonceLength + plain.Length), plain);
        return plain;
    }

    private static byte[]? OpenCbc(byte[] key, byte[] content)
    {
        if (content.Length < 2 * BlockLength)
        {
            return null;
        }

        using var aes = Aes.Create();
        aes.Key = key;
        return aes.DecryptCbc(content.AsSpan(BlockLength), content.AsSpan(0, BlockLength), PaddingMode.ISO10126);
    }
}
