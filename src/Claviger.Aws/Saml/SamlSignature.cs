using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;

namespace Claviger.Aws;

/// <summary>The signature that an element of SAML bears on itself, checked against keys that were known before and nothing that it says of its own.</summary>
/// <remarks>
/// Of XML Signature just this is taken: one reference, to the element that the signature is a child of, by its ID; the transforms "enveloped
/// signature" and exclusive canonicalization; RSA with SHA-2. What is signed is thereby the very element that is read afterwards.
/// </remarks>
internal sealed class SamlSignature : SignedXml
{
    private const string Exclusive = XmlDsigExcC14NTransformUrl;

    // AWS: no certificate with a shorter key.
    private const int ShortestKey = 1024;

    private static readonly string[] Methods = [XmlDsigRSASHA256Url, XmlDsigRSASHA384Url, XmlDsigRSASHA512Url];
    private static readonly string[] Digests = [XmlDsigSHA256Url, XmlDsigSHA384Url, XmlDsigSHA512Url];
    private static readonly string[] Parts = ["SignedInfo", "SignatureValue"];
    private static readonly string[] SignedParts = ["CanonicalizationMethod", "SignatureMethod", "Reference"];

    private readonly XmlElement _signed;

    private SamlSignature(XmlElement signed)
        : base(signed.OwnerDocument) => _signed = signed;

    /// <summary>Whether an element bears a good signature by the key of one of some certificates. Takes what the signature says of its key out of the document.</summary>
    public static bool IsGood(XmlElement signed, IReadOnlyList<byte[]> certificates)
    {
        if (SamlXml.Only(signed, SamlXml.Signature, "Signature") is not { } signature)
        {
            return false;
        }

        try
        {
            // INVARIANT: a signature's own word on keys is never looked at.
            foreach (var key in SamlXml.Children(signature, SamlXml.Signature, "KeyInfo").ToArray())
            {
                signature.RemoveChild(key);
            }

            if (!HasParts(signature, Parts) || !HasParts(SamlXml.Only(signature, SamlXml.Signature, "SignedInfo"), SignedParts))
            {
                return false;
            }

            var check = new SamlSignature(signed);
            check.LoadXml(signature);
            return check.IsOfTheTakenForm() && certificates.Any(check.IsBy);
        }
        catch (Exception exception) when (exception is CryptographicException or XmlException or FormatException or ArgumentException
            or InvalidOperationException or OverflowException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public override XmlElement? GetIdElement(XmlDocument? document, string idValue) => idValue == IdOf(_signed) ? _signed : null;

    private static string? IdOf(XmlElement element) => SamlXml.AttributeOf(element, "ID");

    private static bool HasParts(XmlElement? element, string[] parts) =>
        element is not null
        && element.ChildNodes.OfType<XmlElement>().Select(static part => part.NamespaceURI == SamlXml.Signature ? part.LocalName : "").SequenceEqual(parts);

    private bool IsOfTheTakenForm()
    {
        var signed = SignedInfo!;
        if (signed.CanonicalizationMethod != Exclusive || !Methods.Contains(signed.SignatureMethod) || signed.References is not { Count: 1 } references)
        {
            return false;
        }

        var reference = (Reference)references[0]!;
        Transform[] transforms = [.. Enumerable.Range(0, reference.TransformChain.Count).Select(i => reference.TransformChain[i])];
        return IdOf(_signed) is { Length: > 0 } id && reference.Uri == "#" + id
            && Digests.Contains(reference.DigestMethod)
            && transforms is [XmlDsigEnvelopedSignatureTransform] or [XmlDsigEnvelopedSignatureTransform, XmlDsigExcC14NTransform { Algorithm: Exclusive }];
    }

    private bool IsBy(byte[] certificate)
    {
        using var loaded = X509CertificateLoader.LoadCertificate(certificate);
        using var key = loaded.GetRSAPublicKey();
        return key is { KeySize: >= ShortestKey } && CheckSignature(key);
    }
}
