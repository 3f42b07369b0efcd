using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Claviger.Aws;

/// <summary>The metadata document of a SAML identity provider: who it is, and the certificates whose keys sign its assertions.</summary>
/// <remarks>Source: "Metadata for the OASIS Security Assertion Markup Language (SAML) V2.0".</remarks>
public sealed class SamlMetadata
{
    private SamlMetadata(string entityId, DateTimeOffset? end, IReadOnlyList<byte[]> certificates)
    {
        EntityId = entityId;
        End = end;
        Certificates = certificates;
    }

    /// <summary>The name by which the provider calls itself, the issuer of its assertions.</summary>
    public string EntityId { get; }

    /// <summary>When the document ends; null if it doesn't say.</summary>
    public DateTimeOffset? End { get; }

    /// <summary>X.509 certificates in DER, one at least.</summary>
    // AWS: that a certificate has expired makes no difference.
    public IReadOnlyList<byte[]> Certificates { get; }

    /// <summary>Reads a document; null if it is not the metadata of an identity provider, or has no certificate that assertions could be checked with.</summary>
    public static SamlMetadata? Read(string document)
    {
        var root = SamlXml.Load(document)?.DocumentElement;
        if (root is not { NamespaceURI: SamlXml.Metadata, LocalName: "EntityDescriptor" }
            || SamlXml.AttributeOf(root, "entityID") is not { Length: > 0 } entityId)
        {
            return null;
        }

        var end = default(DateTimeOffset);
        if (SamlXml.AttributeOf(root, "validUntil") is { } text && !SamlXml.TryReadTime(text, out end))
        {
            return null;
        }

        byte[][] certificates = [.. SamlXml.Children(root, SamlXml.Metadata, "IDPSSODescriptor").SelectMany(CertificatesOf)];
        return certificates.Length == 0 ? null : new SamlMetadata(entityId, end == default ? null : end, certificates);
    }

    private static IEnumerable<byte[]> CertificatesOf(System.Xml.XmlElement provider) =>
        from descriptor in SamlXml.Children(provider, SamlXml.Metadata, "KeyDescriptor")
        where SamlXml.AttributeOf(descriptor, "use") is null or "signing"
        from key in SamlXml.Children(descriptor, SamlXml.Signature, "KeyInfo")
        from held in SamlXml.Children(key, SamlXml.Signature, "X509Data")
        from certificate in SamlXml.Children(held, SamlXml.Signature, "X509Certificate")
        let bytes = SamlXml.BytesOf(SamlXml.TextOf(certificate))
        where bytes is not null && IsCertificate(bytes)
        select bytes;

    private static bool IsCertificate(byte[] bytes)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(bytes);
            using var key = certificate.GetRSAPublicKey();
            return key is not null;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
