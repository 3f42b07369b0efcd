using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;
using System.Xml.Linq;

namespace Claviger.Aws;

/// <summary>The metadata document of a SAML identity provider, as its uploader sends it.</summary>
/// <remarks>Source: "Metadata for the OASIS Security Assertion Markup Language (SAML) V2.0".</remarks>
public static class SamlMetadata
{
    private static readonly XNamespace Metadata = "urn:oasis:names:tc:SAML:2.0:metadata";
    private static readonly XNamespace Signature = "http://www.w3.org/2000/09/xmldsig#";

    /// <summary>Reads when a document ends.</summary>
    /// <param name="document">The document.</param>
    /// <param name="end">The end that it names; null if it names none.</param>
    /// <returns>False if it is not the metadata of an identity provider, or has no certificate that assertions could be checked with.</returns>
    public static bool TryReadEnd(string document, out DateTimeOffset? end)
    {
        end = null;
        var root = Read(document);
        if (root is null || root.Name != Metadata + "EntityDescriptor" || root.Attribute("entityID")?.Value is not { Length: > 0 }
            || root.Element(Metadata + "IDPSSODescriptor") is not { } provider
            || !provider.Descendants(Signature + "X509Certificate").Any(static certificate => IsCertificate(certificate.Value)))
        {
            return false;
        }

        if (root.Attribute("validUntil")?.Value is not { } text)
        {
            return true;
        }

        var isTime = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time);
        end = time.ToUniversalTime();
        return isTime;
    }

    private static XElement? Read(string document)
    {
        try
        {
            using var text = new StringReader(document);
            using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static bool IsCertificate(string base64)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(base64));
            return true;
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            return false;
        }
    }
}
