using System.Security.Cryptography;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Text.Json.Nodes;

namespace Claviger.EndToEnd;

/// <summary>What is known to have been tried on those who read SAML: each must be refused, or mean what was signed.</summary>
public sealed class SamlAttackTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact]
    public async Task Nothing_unsigned_is_taken_for_what_was_signed()
    {
        var good = await TrustAsync("wrapping");
        var signed = TestAssertion.Sign(good.Xml(), "Assertion", 0);
        var assertion = ElementOf(signed, "<Assertion ", "</Assertion>");
        var evil = ElementOf((good with { Subject = "admin" }).Xml(), "<Assertion ", "</Assertion>");
        var signature = ElementOf(signed, "<Signature ", "</Signature>");
        var renamed = evil.Replace("\"_assertion\"", "\"_evil\"", StringComparison.Ordinal);
        string InIts(string place) => signed.Replace(assertion, place, StringComparison.Ordinal);
        var attacks = new Dictionary<string, string>
        {
            ["no signature"] = good.Xml(),
            ["another's content under the signature"] = InIts(evil.Replace("</Issuer>", "</Issuer>" + signature, StringComparison.Ordinal)),
            ["the evil before the good"] = InIts(renamed + assertion),
            ["the evil after the good"] = InIts(assertion + renamed),
            ["the good within the evil"] = InIts(renamed.Replace("</Issuer>", "</Issuer><Advice>" + assertion + "</Advice>", StringComparison.Ordinal)),
            ["the good in an object of the evil's signature"] = InIts(renamed.Replace(
                "</Issuer>", "</Issuer>" + signature.Replace("</Signature>", "<Object>" + assertion + "</Object></Signature>", StringComparison.Ordinal), StringComparison.Ordinal)),
            ["the good in the extensions, the evil with its ID"] = InIts(evil).Replace("<p:Status>", "<p:Extensions>" + assertion + "</p:Extensions><p:Status>", StringComparison.Ordinal),
            ["the good in the extensions, the evil with its signature"] = InIts(renamed.Replace("</Issuer>", "</Issuer>" + signature, StringComparison.Ordinal))
                .Replace("<p:Status>", "<p:Extensions>" + assertion + "</p:Extensions><p:Status>", StringComparison.Ordinal),
            ["the signature at the response, of the assertion"] = InIts(evil).Replace("<p:Status>", signature + "<p:Status>", StringComparison.Ordinal),
            ["a response around the response"] = $"""<p:Response xmlns:p="urn:oasis:names:tc:SAML:2.0:protocol" ID="_outer" Version="2.0"><p:Status><p:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></p:Status>{renamed}{signed}</p:Response>""",
            ["two signatures"] = InIts(assertion.Replace(signature, signature + signature, StringComparison.Ordinal)),
            ["two subjects"] = InIts(assertion.Replace("<Subject>", "<Subject><NameID>admin</NameID></Subject><Subject>", StringComparison.Ordinal)),
            ["an entity"] = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + signed,
            ["a bomb"] = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>" + signed.Replace(">amy<", ">&b;<", StringComparison.Ordinal),
            ["an instruction"] = signed.Replace(">amy<", ">amy<?x y?><", StringComparison.Ordinal),
            ["a deep nest"] = signed.Replace(">amy<", $">{string.Concat(Enumerable.Repeat("<a>", 9000))}{string.Concat(Enumerable.Repeat("</a>", 9000))}<", StringComparison.Ordinal),
        };
        foreach (var (name, xml) in attacks)
        {
            var answer = await SendAsync(good, TestAssertion.Encode(xml));
            Assert.True(answer.Status == 400 && answer.Body.Contains("<Code>InvalidIdentityToken</Code>", StringComparison.Ordinal), $"{name}: {answer.Status} {answer.Body}");
        }
    }

    [Fact]
    public async Task Only_strong_signatures_of_the_plain_form_by_a_key_of_the_metadata_are_taken()
    {
        var good = await TrustAsync("forms");
        Assert.Equal(200, (await SendAsync(good, Signed(null))).Status);
#pragma warning disable CA5350 // what must be refused
        Action<SignedXml, Reference>[] forms =
        [
            (signature, _) => signature.SignedInfo!.SignatureMethod = SignedXml.XmlDsigRSASHA1Url,
            (_, reference) => reference.DigestMethod = SignedXml.XmlDsigSHA1Url,
            (signature, _) => signature.SignedInfo!.CanonicalizationMethod = SignedXml.XmlDsigExcC14NWithCommentsTransformUrl,
            (signature, _) => signature.SignedInfo!.CanonicalizationMethod = SignedXml.XmlDsigC14NTransformUrl,
            (_, reference) => reference.Uri = "",
            (_, reference) => reference.Uri = "#_response",
            (_, reference) => reference.AddTransform(new XmlDsigExcC14NTransform()),
            (signature, _) => signature.AddReference(new Reference("#_response") { DigestMethod = SignedXml.XmlDsigSHA256Url }),
            (signature, _) => signature.AddObject(new DataObject("o", "", "", new System.Xml.XmlDocument().CreateElement("x"))),
        ];
#pragma warning restore CA5350
        for (var i = 0; i < forms.Length; i++)
        {
            var answer = await SendAsync(good, Signed(forms[i]));
            Assert.True(answer.Status == 400, $"{i}: {answer.Status} {answer.Body}");
        }

        // A certificate that the signature brings along is no reason to trust its key, nor is a key of another provider.
        var brought = TestAssertion.Encode(TestAssertion.Sign(good.Xml(), "Assertion", 1));
        Assert.Contains("Response signature invalid", (await SendAsync(good, brought)).Body, StringComparison.Ordinal);
        var symmetric = TestAssertion.Encode(Hmac(good.Xml(), Encoding.ASCII.GetBytes(TestPem.Certificate(0))));
        Assert.Contains("Response signature invalid", (await SendAsync(good, symmetric)).Body, StringComparison.Ordinal);

        string Signed(Action<SignedXml, Reference>? form) => TestAssertion.Encode(TestAssertion.Sign(good.Xml(), "Assertion", 0, form));
    }

    [Fact]
    public async Task A_comment_in_a_name_cuts_nothing_off()
    {
        var good = await TrustAsync("comment");
        var signed = TestAssertion.Sign((good with { Subject = "amy@example.com.evil.example" }).Xml(), "Assertion", 0);
        var cut = signed.Replace(".com.evil", ".com<!-- -->.evil", StringComparison.Ordinal);
        var answer = await SendAsync(good, TestAssertion.Encode(cut));
        Assert.Equal("amy@example.com.evil.example", answer.Xml.Descendants().Single(element => element.Name.LocalName == "Subject").Value);
    }

    [Fact]
    public async Task Whatever_is_changed_is_refused_or_means_what_was_signed()
    {
        var good = await TrustAsync("changed");
        var signed = TestAssertion.Sign(good.Xml(), "Assertion", 0);
        var random = new Random(20260);
        string[] pieces = ["<", ">", "/", "\"", "&", "<!--", "-->", "<![CDATA[", "]]>", "ID=\"_assertion\"", "xmlns=\"\"", "<a/>", "&#x0;", "\u0000", "admin", "</Assertion>", "</p:Response>"];
        var taken = 0;
        for (var i = 0; i < 150; i++)
        {
            var at = random.Next(signed.Length);
            var piece = pieces[random.Next(pieces.Length)];
            var length = random.Next(3) == 0 ? random.Next(Math.Min(200, signed.Length - at)) : 0;
            var changed = signed[..at] + piece + signed[(at + length)..];
            var answer = await SendAsync(good, TestAssertion.Encode(changed));
            Assert.True(answer.Status is 200 or 400 or 403, $"{answer.Status} of {piece} at {at}: {answer.Body}");
            if (answer.Status == 200)
            {
                taken++;
                Assert.Equal("amy", answer.Xml.Descendants().Single(element => element.Name.LocalName == "Subject").Value);
            }
        }

        // Blanks, comments, and what stands outside of the assertion may change.
        Assert.InRange(taken, 0, 75);
    }

    private static string Hmac(string xml, byte[] key)
    {
        var signed = TestAssertion.Sign(xml, "Assertion", 0);
        var info = ElementOf(signed, "<SignedInfo>", "</SignedInfo>").Replace(SignedXml.XmlDsigRSASHA256Url, "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256", StringComparison.Ordinal);
        var value = Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(info.Replace("<SignedInfo>", "<SignedInfo xmlns=\"http://www.w3.org/2000/09/xmldsig#\">", StringComparison.Ordinal))));
        return signed.Replace(ElementOf(signed, "<SignedInfo>", "</SignedInfo>"), info, StringComparison.Ordinal)
            .Replace(ElementOf(signed, "<SignatureValue>", "</SignatureValue>"), $"<SignatureValue>{value}</SignatureValue>", StringComparison.Ordinal);
    }

    private static string ElementOf(string xml, string begin, string end)
    {
        var at = xml.IndexOf(begin, StringComparison.Ordinal);
        return xml[at..(xml.IndexOf(end, at, StringComparison.Ordinal) + end.Length)];
    }

    private async Task<TestAssertion> TrustAsync(string name)
    {
        var provider = account.Arn("saml-provider/" + name);
        await account.Root.Iam.CallAsync("CreateSAMLProvider", new { Name = name, SAMLMetadataDocument = TestSaml.Metadata(0) });
        var trust = new JsonObject
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = new JsonObject
            {
                ["Effect"] = "Allow", ["Principal"] = new JsonObject { ["Federated"] = provider }, ["Action"] = "sts:AssumeRoleWithSAML",
            },
        };
        return new TestAssertion(await account.NewRoleAsync(name, trust.ToJsonString()), provider);
    }

    private Task<RawAnswer> SendAsync(TestAssertion asked, string response) => account.Server.Anonymous.Http.SendAsync(new RawRequest
    {
        Headers = [("Content-Type", "application/x-www-form-urlencoded")],
        Body = Encoding.UTF8.GetBytes(
            $"Action=AssumeRoleWithSAML&Version=2011-06-15&RoleArn={asked.Role}&PrincipalArn={asked.Provider}&SAMLAssertion={Uri.EscapeDataString(response)}"),
    });
}
