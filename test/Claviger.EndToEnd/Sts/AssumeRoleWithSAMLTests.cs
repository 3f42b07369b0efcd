using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Claviger.EndToEnd;

public sealed class AssumeRoleWithSAMLTests(TestAccount account) : IClassFixture<TestAccount>
{
    private static readonly SdkError NotAuthorized = new("AccessDenied", 403, "Not authorized to perform sts:AssumeRoleWithSAML");

    [Fact, Covers("sts", "AssumeRoleWithSAML", Aspect.Works)]
    public async Task Gives_a_session_of_a_role_that_trusts_the_provider()
    {
        var assertion = await TrustAsync("works", ("saml:sub", "amy"), policy: TestEntities.AllowIf("StringEquals", "saml:sub", "amy", "iam:ListUsers"));
        var answer = await AskAsync(assertion, assertion.Signed());
        Assert.Equal($"arn:aws:sts::{account.Id}:assumed-role/works/session", answer["AssumedRoleUser.Arn"]);
        Assert.Equal(
            ("amy", "persistent", "https://idp0.example", "https://signin.aws.amazon.com/saml"),
            (answer["Subject"], answer["SubjectType"], answer["Issuer"], answer["Audience"]));
        Assert.Equal(Qualifier($"https://idp0.example{account.Id}/works"), answer["NameQualifier"]);
        await account.As(TestEntities.CredentialsOf(answer)).Iam.CallAsync("ListUsers");

        // Within its five minutes an assertion may be used again; signed as a whole it is as good.
        await AskAsync(assertion, assertion.Signed());
        await AskAsync(assertion, assertion.Signed(isWhole: true));
        await AskAsync(assertion, TestAssertion.Encode(TestAssertion.Sign(assertion.Xml(), "Response", 0)));
        Assert.Equal(NotAuthorized, await RefuseAsync(assertion, (assertion with { Subject = "eve" }).Signed()));
    }

    [Fact, Covers("sts", "AssumeRoleWithSAML", Aspect.Works)]
    public async Task Is_on_record_with_who_was_vouched_for()
    {
        var assertion = await TrustAsync("recorded", ("saml:sub", "amy"));
        var answer = await AskAsync(assertion, assertion.Signed());
        var lookup = new { LookupAttributes = new[] { new { AttributeKey = "EventName", AttributeValue = "AssumeRoleWithSAML" } } };
        JsonNode? identity = null;
        for (var tries = 0; identity is null && tries < 100; tries++)
        {
            // Reads are on record within a second or so.
            await Task.Delay(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);
            var events = await account.Root.CloudTrail.CallAsync("LookupEvents", lookup);
            identity = events.List("Events").Select(it => JsonNode.Parse(it["CloudTrailEvent"]!)!["userIdentity"]!)
                .FirstOrDefault(it => (string?)it["identityProvider"] == answer["NameQualifier"]);
        }

        Assert.Equal(("SAMLUser", "amy"), ((string?)identity?["type"], (string?)identity?["userName"]));
    }

    [Fact, Covers("sts", "AssumeRoleWithSAML", Aspect.Works)]
    public async Task Takes_tags_source_identity_and_times_from_the_assertion()
    {
        var assertion = await TrustAsync(
            "tagged", ("saml:doc", $"{account.Id}/tagged"), ["sts:AssumeRoleWithSAML", "sts:TagSession", "sts:SetSourceIdentity"],
            TestEntities.AllowIf("StringEquals", "aws:PrincipalTag/team", "red", "iam:ListUsers"));
        var rich = assertion with
        {
            More = [("PrincipalTag:team", "red"), ("TransitiveTagKeys", "team"), ("SourceIdentity", "me"), ("SessionDuration", "1800")],
            Session = TimeSpan.FromMinutes(20),
        };
        var answer = await AskAsync(assertion, rich.Signed());
        Assert.Equal("me", answer["SourceIdentity"]);
        var end = DateTimeOffset.Parse(answer["Credentials.Expiration"]!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(end - rich.IssuedAt, TimeSpan.FromMinutes(19), TimeSpan.FromMinutes(20));
        await account.As(TestEntities.CredentialsOf(answer)).Iam.CallAsync("ListUsers");
        var plain = await TrustAsync("untagged", ("saml:doc", $"{account.Id}/untagged"));
        Assert.Equal("Not authorized to perform sts:TagSession", (await RefuseAsync(plain, (plain with { More = rich.More }).Signed())).Message);
    }

    [Fact, Covers("sts", "AssumeRoleWithSAML", Aspect.Works)]
    public async Task Gives_trust_policies_the_attributes_that_have_condition_keys()
    {
        var assertion = await TrustAsync(
            "attributes", ("saml:edupersonaffiliation", "staff"), @operator: "ForAnyValue:StringEquals", trustMore: ("saml:mail", "amy@example.com"));
        IReadOnlyList<(string, string)> more =
        [
            ("urn:oid:1.3.6.1.4.1.5923.1.1.1.1", "member"), ("urn:oid:1.3.6.1.4.1.5923.1.1.1.1", "staff"),
            ("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress", "amy@example.com"),
        ];
        await AskAsync(assertion, (assertion with { More = more }).Signed());
        Assert.Equal(NotAuthorized, await RefuseAsync(assertion, (assertion with { More = [.. more.Where(it => it.Item2 != "staff")] }).Signed()));
    }

    [Theory, Covers("sts", "AssumeRoleWithSAML", Aspect.Works)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Opens_encrypted_assertions_with_the_providers_private_key(bool isGcm)
    {
        var assertion = await TrustAsync(isGcm ? "gcm" : "cbc", ("saml:sub", "amy"));
        var form = $"Action=UpdateSAMLProvider&Version=2010-05-08&SAMLProviderArn={assertion.Provider}&AssertionEncryptionMode=Required";
        var update = await account.Root.Http.FormAsync($"{form}&AddPrivateKey={Uri.EscapeDataString(TestPem.PrivateKey(3))}");
        Assert.Equal(200, update.Status);
        Assert.Equal("amy", (await AskAsync(assertion, assertion.Encrypted(3, isGcm)))["Subject"]);
        Assert.Equal("InvalidIdentityToken", (await RefuseAsync(assertion, assertion.Signed())).Code);
        Assert.Equal(new SdkError("InvalidIdentityToken", 400, "Response signature invalid"), await RefuseAsync(assertion, assertion.Encrypted(4, isGcm)));
        var forged = assertion with { Number = 2, Issuer = "https://idp0.example" };
        Assert.Equal(new SdkError("InvalidIdentityToken", 400, "Response signature invalid"), await RefuseAsync(assertion, forged.Encrypted(3, isGcm)));
    }

    [Fact, Covers("sts", "AssumeRoleWithSAML", Aspect.Refuses)]
    public async Task Refuses_what_is_late_for_others_or_says_too_little()
    {
        var assertion = await TrustAsync("strict", ("saml:sub", "amy"));
        var now = TimeProvider.System.GetUtcNow();
        await RefusedAsync("ExpiredTokenException", "Token must be redeemed within 5 minutes of issuance", assertion with { IssuedAt = now.AddMinutes(-6), Life = TimeSpan.FromHours(1) });
        await RefusedAsync("ExpiredTokenException", "Assertion is expired", assertion with { IssuedAt = now.AddMinutes(-2), Life = TimeSpan.FromMinutes(1) });
        await RefusedAsync("InvalidIdentityToken", "Assertion is not valid yet", assertion with { Begin = TimeSpan.FromMinutes(6), Life = TimeSpan.FromMinutes(9) });
        await RefusedAsync("InvalidIdentityToken", "Response does not contain the required audience.", assertion with { Audience = "https://other.example" });
        await RefusedAsync("InvalidIdentityToken", "Response does not contain the required recipient.", assertion with { Recipient = "https://signin.aws.amazon.com.evil.example/saml" });
        await RefusedAsync("InvalidIdentityToken", "RoleSessionName is required in AuthnResponse", assertion with { SessionName = null });
        await RefusedAsync("InvalidIdentityToken", "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}", assertion with { SessionName = "a b" });
        await RefusedAsync(
            "InvalidIdentityToken", "SourceIdentity in AuthnResponse must have one value", assertion with { More = [("SourceIdentity", "me"), ("SourceIdentity", "you")] });
        await RefusedAsync("InvalidIdentityToken", "Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with \"aws:\"", assertion with { More = [("SourceIdentity", "aws:x")] });
        await RefusedAsync("InvalidIdentityToken", "SAML Assertion doesn't contain the requested Role and Metadata in the attributes", assertion with { Role = account.Arn("role/else") });
        await RefusedAsync("InvalidIdentityToken", "Issuer not present in specified provider", assertion with { Issuer = "https://stranger.example" });
        await RefusedAsync("InvalidIdentityToken", "Response signature invalid", assertion with { Number = 1, Issuer = "https://idp0.example" });

        foreach (var nothing in new[] { "no base64!", TestAssertion.Encode("no XML"), TestAssertion.Encode("<Response/>") })
        {
            Assert.StartsWith("Invalid base64 SAMLResponse (Service: AWSOpenIdDiscoveryService;", (await RefuseAsync(assertion, nothing)).Message, StringComparison.Ordinal);
        }

        var bare = assertion.Xml().Replace($" Recipient=\"{assertion.Recipient}\"", "", StringComparison.Ordinal);
        Assert.Equal(
            new SdkError("InvalidIdentityToken", 400, "Responses must contain SubjectConfirmatonData with a Recipient and NotOnOrAfter"),
            await RefuseAsync(assertion, TestAssertion.Encode(TestAssertion.Sign(bare, "Assertion", 0))));
        var none = assertion with { Provider = account.Arn("saml-provider/none") };
        Assert.StartsWith("Specified provider doesn't exist", (await RefuseAsync(none, none.Signed())).Message, StringComparison.Ordinal);
        var refused = assertion.Xml().Replace("status:Success", "status:Responder", StringComparison.Ordinal);
        Assert.Equal(("IDPRejectedClaim", 403), await CodeOfAsync(assertion, TestAssertion.Encode(refused)));
        Assert.Equal("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.", (await account.Server.Anonymous.Sts.FailAsync(
            "AssumeRoleWithSAML", new { RoleArn = assertion.Role, PrincipalArn = assertion.Provider, SAMLAssertion = assertion.Signed(), DurationSeconds = 7200 })).Message);

        async Task RefusedAsync(string code, string text, TestAssertion changed)
        {
            var error = await RefuseAsync(assertion, changed.Signed());
            Assert.Equal((code, 400), (error.Code, error.Status));
            Assert.StartsWith(text, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact, Covers("sts", "AssumeRoleWithSAML", Aspect.Denies)]
    public async Task Is_denied_by_a_role_that_trusts_another_and_by_one_that_is_not_there()
    {
        var assertion = await TrustAsync("trusting", ("saml:sub", "amy"));
        var other = assertion with { Role = await account.NewRoleAsync("other", TestEntities.Trust(account.Arn("root"))) };
        Assert.Equal(NotAuthorized, await RefuseAsync(other, other.Signed()));
        var none = assertion with { Role = account.Arn("role/none") };
        Assert.Equal(NotAuthorized, await RefuseAsync(none, none.Signed()));
    }

    private static string Qualifier(string text)
    {
#pragma warning disable CA5350 // AWS's own choice
        return Convert.ToBase64String(SHA1.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
    }

    private async Task<TestAssertion> TrustAsync(
        string name, (string Key, string Value) condition, string[]? actions = null, string? policy = null, string @operator = "StringEquals",
        (string Key, string Value)? trustMore = null)
    {
        var provider = account.Arn("saml-provider/" + name);
        await account.Root.Iam.CallAsync("CreateSAMLProvider", new { Name = name, SAMLMetadataDocument = TestSaml.Metadata(0) });
        var conditions = new JsonObject { [@operator] = new JsonObject { [condition.Key] = condition.Value } };
        if (trustMore is var (key, value))
        {
            conditions["StringLike"] = new JsonObject { [key] = value };
        }

        var trust = new JsonObject
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = new JsonObject
            {
                ["Effect"] = "Allow",
                ["Principal"] = new JsonObject { ["Federated"] = provider },
                ["Action"] = new JsonArray([.. (actions ?? ["sts:AssumeRoleWithSAML"]).Select(action => (JsonNode)action)]),
                ["Condition"] = conditions,
            },
        };
        return new TestAssertion(await account.NewRoleAsync(name, trust.ToJsonString(), policy), provider);
    }

    private Task<SdkAnswer> AskAsync(TestAssertion asked, string response) => account.Server.Anonymous.Sts.CallAsync(
        "AssumeRoleWithSAML", new { RoleArn = asked.Role, PrincipalArn = asked.Provider, SAMLAssertion = response });

    private Task<SdkError> RefuseAsync(TestAssertion asked, string response) => account.Server.Anonymous.Sts.FailAsync(
        "AssumeRoleWithSAML", new { RoleArn = asked.Role, PrincipalArn = asked.Provider, SAMLAssertion = response });

    private async Task<(string Code, int Status)> CodeOfAsync(TestAssertion asked, string response)
    {
        var error = await RefuseAsync(asked, response);
        return (error.Code, error.Status);
    }
}
