using System.Text;
using System.Xml;

namespace Claviger.Aws;

/// <summary>The answer of a SAML identity provider, as a client hands it over: nothing that it says is known to be true before <see cref="Open"/>.</summary>
/// <remarks>
/// One response with one assertion, which it bears as a child; every signature is a child of the response or of the assertion, one each. What is arranged
/// otherwise, as whoever wraps a signed element in another would have to, is not read at all.
/// Source: "Assertions and Protocols for the OASIS Security Assertion Markup Language (SAML) V2.0", sections 3.3.3 and 5.
/// </remarks>
public sealed class SamlResponse
{
    private const string Success = "urn:oasis:names:tc:SAML:2.0:status:Success";

    private readonly XmlElement _response;
    private readonly XmlElement _assertion;

    private SamlResponse(XmlElement response, XmlElement assertion)
    {
        _response = response;
        _assertion = assertion;
    }

    /// <summary>Whether the assertion is encrypted.</summary>
    public bool IsEncrypted => _assertion.LocalName == "EncryptedAssertion";

    /// <summary>Reads the base64 of a response; null if it is none.</summary>
    /// <exception cref="AwsError">InvalidIdentityToken: it has no assertion where there should be one; IDPRejectedClaim: it says that the provider has refused.</exception>
    public static SamlResponse? Read(string base64)
    {
        var root = SamlXml.BytesOf(base64) is { } bytes ? SamlXml.Load(Encoding.UTF8.GetString(bytes))?.DocumentElement : null;
        var status = SamlXml.Only(SamlXml.Only(root, SamlXml.Protocol, "Status"), SamlXml.Protocol, "StatusCode");
        if (root is not { NamespaceURI: SamlXml.Protocol, LocalName: "Response" } || SamlXml.AttributeOf(status, "Value") is not { } code)
        {
            return null;
        }

        if (code != Success)
        {
            throw AwsError.IDPRejectedClaim("The identity provider reported that authentication failed");
        }

        return OneAssertionOf(root) is { } assertion && IsPlain(root, assertion)
            ? new SamlResponse(root, assertion)
            : throw AwsError.InvalidIdentityToken("Response did not contain a valid SAML assertion");
    }

    /// <summary>What the assertion says, if a key of the provider has signed it, or the response with it.</summary>
    /// <param name="provider">Whose response it must be.</param>
    /// <param name="privateKeys">Private keys in PEM that open encrypted assertions.</param>
    /// <exception cref="AwsError">InvalidIdentityToken: nothing or something else is signed, or it lacks what AWS asks of it.</exception>
    public SamlAssertion Open(SamlMetadata provider, IReadOnlyList<string> privateKeys)
    {
        var isWhole = HasSignature(_response);
        if (isWhole && !SamlSignature.IsGood(_response, provider.Certificates))
        {
            throw BadSignature();
        }

        var assertion = IsEncrypted ? Decrypt(privateKeys) : _assertion;
        var isSigned = HasSignature(assertion);
        if (!(isWhole || isSigned) || (isSigned && !SamlSignature.IsGood(assertion, provider.Certificates)))
        {
            throw BadSignature();
        }

        return SamlAssertionReader.Read(assertion) ?? throw AwsError.InvalidIdentityToken("Response did not contain a valid SAML assertion");
    }

    // The one refusal of whatever goes wrong from decryption to signature, so that nobody can ask which it was.
    private static AwsError BadSignature() => AwsError.InvalidIdentityToken("Response signature invalid");

    private static bool HasSignature(XmlElement element) => SamlXml.Children(element, SamlXml.Signature, "Signature").Any();

    private static XmlElement? OneAssertionOf(XmlElement response)
    {
        XmlElement[] assertions =
        [
            .. SamlXml.Children(response, SamlXml.Assertion, "Assertion"), .. SamlXml.Children(response, SamlXml.Assertion, "EncryptedAssertion"),
        ];
        return assertions.Length == 1 ? assertions[0] : null;
    }

    // Whether there is no other assertion or response, no signature out of its place, and no ID twice, whatever an ID is called.
    private static bool IsPlain(XmlElement root, XmlElement assertion)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<XmlElement>([root]);
        while (waiting.TryPop(out var element))
        {
            var isInPlace = (element.NamespaceURI, element.LocalName) switch
            {
                (_, "Response") => ReferenceEquals(element, root),
                (_, "Assertion" or "EncryptedAssertion") => ReferenceEquals(element, assertion),
                (SamlXml.Signature, "Signature") => ReferenceEquals(element.ParentNode, root) || ReferenceEquals(element.ParentNode, assertion),
                (SamlXml.Signature, "Object") => false,
                _ => true,
            };
            var isKnown = element.Attributes.OfType<XmlAttribute>()
                .Any(attribute => attribute.LocalName.Equals("id", StringComparison.OrdinalIgnoreCase) && !ids.Add(attribute.Value));
            if (!isInPlace || isKnown)
            {
                return false;
            }

            foreach (var child in element.ChildNodes.OfType<XmlElement>())
            {
                waiting.Push(child);
            }
        }

        return true;
    }

    private XmlElement Decrypt(IReadOnlyList<string> privateKeys) =>
        SamlDecryption.Open(_assertion, privateKeys) is { NamespaceURI: SamlXml.Assertion, LocalName: "Assertion" } opened && IsPlain(opened, opened)
            ? opened
            : throw BadSignature();
}
