using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;

namespace Claviger.EndToEnd;

/// <summary>A SAML response as an identity provider makes it: one assertion, good now for AWS unless a test says otherwise.</summary>
/// <param name="Role">ARN of the role that it lets the subject have.</param>
/// <param name="Provider">ARN of the SAML provider that it names.</param>
public sealed record TestAssertion(string Role, string Provider)
{
    private const string Attributes = "https://aws.amazon.com/SAML/Attributes/";

    /// <summary>Number of the provider and its key, as of <see cref="TestSaml.Metadata"/>.</summary>
    public int Number { get; init; }

    /// <summary>The subject's name, as XML.</summary>
    public string Subject { get; init; } = "amy";

    /// <summary>The format of the subject's name.</summary>
    public string Format { get; init; } = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";

    /// <summary>Name of the session; null for no such attribute.</summary>
    public string? SessionName { get; init; } = "session";

    /// <summary>Where it is handed over.</summary>
    public string Recipient { get; init; } = "https://signin.aws.amazon.com/saml";

    /// <summary>Whom it is for.</summary>
    public string Audience { get; init; } = "https://signin.aws.amazon.com/saml";

    /// <summary>Who made it; null for the provider of the number.</summary>
    public string? Issuer { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset IssuedAt { get; init; } = TimeProvider.System.GetUtcNow();

    /// <summary>From when on it is good, after it was made.</summary>
    public TimeSpan Begin { get; init; } = TimeSpan.Zero;

    /// <summary>How long it is good.</summary>
    public TimeSpan Life { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long the session at the provider lasts; null where it doesn't say.</summary>
    public TimeSpan? Session { get; init; }

    /// <summary>Further attributes; a name of AWS's own stands without what all of these begin with.</summary>
    public IReadOnlyList<(string Name, string Value)> More { get; init; } = [];

    /// <summary>The response without a signature.</summary>
    public string Xml()
    {
        var attributes = new List<(string Name, string Value)> { ("Role", $"{Role},{Provider}") };
        if (SessionName is not null)
        {
            attributes.Add(("RoleSessionName", SessionName));
        }

        var texts = attributes.Concat(More).GroupBy(it => it.Name, it => it.Value).Select(it =>
            $"""<Attribute Name="{(it.Key.Contains("//", StringComparison.Ordinal) || it.Key.StartsWith("urn:", StringComparison.Ordinal) ? "" : Attributes)}{it.Key}">{string.Concat(it.Select(value => $"<AttributeValue>{value}</AttributeValue>"))}</Attribute>""");
        var session = Session is { } life ? $" SessionNotOnOrAfter=\"{Text(IssuedAt + life)}\"" : "";
        return $"""
            <p:Response xmlns:p="urn:oasis:names:tc:SAML:2.0:protocol" ID="_response" Version="2.0" IssueInstant="{Text(IssuedAt)}" Destination="{Recipient}">
              <Issuer xmlns="urn:oasis:names:tc:SAML:2.0:assertion">{Issuer ?? $"https://idp{Number}.example"}</Issuer>
              <p:Status><p:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></p:Status>
              <Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" ID="_assertion" Version="2.0" IssueInstant="{Text(IssuedAt)}">
                <Issuer>{Issuer ?? $"https://idp{Number}.example"}</Issuer>
                <Subject>
                  <NameID Format="{Format}">{Subject}</NameID>
                  <SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
                    <SubjectConfirmationData NotOnOrAfter="{Text(IssuedAt + Life)}" Recipient="{Recipient}"/>
                  </SubjectConfirmation>
                </Subject>
                <Conditions NotBefore="{Text(IssuedAt + Begin)}" NotOnOrAfter="{Text(IssuedAt + Life)}">
                  <AudienceRestriction><Audience>{Audience}</Audience></AudienceRestriction>
                </Conditions>
                <AuthnStatement AuthnInstant="{Text(IssuedAt)}"{session}><AuthnContext/></AuthnStatement>
                <AttributeStatement>{string.Concat(texts)}</AttributeStatement>
              </Assertion>
            </p:Response>
            """;
    }

    /// <summary>The response with a signature of the assertion, and of the response as a whole if that is asked for.</summary>
    public string Signed(bool isWhole = false) => Encode(isWhole ? Sign(Sign(Xml(), "Assertion", Number), "Response", Number) : Sign(Xml(), "Assertion", Number));

    /// <summary>The response with its signed assertion encrypted for a key of <see cref="TestPem"/>, by AES-GCM or AES-CBC under RSA-OAEP.</summary>
    public string Encrypted(int forKey, bool isGcm)
    {
        var document = Load(Sign(Xml(), "Assertion", Number));
        var assertion = Find(document, "Assertion");
        var plain = Encoding.UTF8.GetBytes(assertion.OuterXml);
        var key = RandomNumberGenerator.GetBytes(32);
        using var rsa = RSA.Create();
        rsa.ImportFromPem(TestPem.PublicKey(forKey));
        var wrapped = Convert.ToBase64String(rsa.Encrypt(key, RSAEncryptionPadding.OaepSHA1));
        var content = Convert.ToBase64String(isGcm ? Gcm(key, plain) : Cbc(key, plain));
        var method = isGcm ? "http://www.w3.org/2009/xmlenc11#aes256-gcm" : "http://www.w3.org/2001/04/xmlenc#aes256-cbc";
        var encrypted = $"""
            <EncryptedAssertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion"><e:EncryptedData xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptionMethod Algorithm="{method}"/>
            <KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><e:EncryptedKey><e:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"/>
            <e:CipherData><e:CipherValue>{wrapped}</e:CipherValue></e:CipherData></e:EncryptedKey></KeyInfo>
            <e:CipherData><e:CipherValue>{content}</e:CipherValue></e:CipherData></e:EncryptedData></EncryptedAssertion>
            """;
        return Encode(document.OuterXml.Replace(assertion.OuterXml, encrypted, StringComparison.Ordinal));
    }

    /// <summary>What a client sends.</summary>
    public static string Encode(string xml) => Convert.ToBase64String(Encoding.UTF8.GetBytes(xml));

    /// <summary>Signs an element of a response.</summary>
    /// <param name="xml">The response.</param>
    /// <param name="element">Local name of the element, the first of which is signed.</param>
    /// <param name="key">Number of a key of <see cref="TestPem"/>.</param>
    /// <param name="arrange">Changes what the signature shall be.</param>
    public static string Sign(string xml, string element, int key, Action<SignedXml, Reference>? arrange = null)
    {
        var document = Load(xml);
        var signed = Find(document, element);
        using var rsa = RSA.Create();
        rsa.ImportFromPem(TestPem.PrivateKey(key));
        var signature = new SignedXml(document) { SigningKey = rsa };
        signature.SignedInfo!.CanonicalizationMethod = SignedXml.XmlDsigExcC14NTransformUrl;
        signature.SignedInfo.SignatureMethod = SignedXml.XmlDsigRSASHA256Url;
        var reference = new Reference("#" + signed.GetAttribute("ID"));
        reference.AddTransform(new XmlDsigEnvelopedSignatureTransform());
        reference.AddTransform(new XmlDsigExcC14NTransform());
        reference.DigestMethod = SignedXml.XmlDsigSHA256Url;
        signature.KeyInfo = new KeyInfo();
        signature.KeyInfo.AddClause(new KeyInfoX509Data(Encoding.ASCII.GetBytes(TestPem.Certificate(key))));
        arrange?.Invoke(signature, reference);
        signature.AddReference(reference);
        signature.ComputeSignature();
        signed.InsertAfter(document.ImportNode(signature.GetXml(), deep: true), signed.ChildNodes.OfType<XmlElement>().First());
        return document.OuterXml;
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private static XmlDocument Load(string xml)
    {
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml(xml);
        return document;
    }

    private static XmlElement Find(XmlDocument document, string name) =>
        document.SelectNodes($"//*[local-name()='{name}']")!.OfType<XmlElement>().First();

    private static byte[] Gcm(byte[] key, byte[] plain)
    {
        var nonce = RandomNumberGenerator.GetBytes(12);
        var content = new byte[plain.Length];
        var tag = new byte[16];
        using var aes = new AesGcm(key, tag.Length);
        aes.Encrypt(nonce, plain, content, tag);
        return [.. nonce, .. content, .. tag];
    }

    private static byte[] Cbc(byte[] key, byte[] plain)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return [.. aes.IV, .. aes.EncryptCbc(plain, aes.IV, PaddingMode.ISO10126)];
    }
}
