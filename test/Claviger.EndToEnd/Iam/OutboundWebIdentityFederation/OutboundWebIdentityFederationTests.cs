namespace Claviger.EndToEnd;

/// <summary>The switch of an account's own tokens. The SDK of the system knows nothing of it yet.</summary>
public sealed class OutboundWebIdentityFederationTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact]
    [Covers("iam", "EnableOutboundWebIdentityFederation", Aspect.Works | Aspect.Refuses)]
    [Covers("iam", "DisableOutboundWebIdentityFederation", Aspect.Works | Aspect.Refuses)]
    [Covers("iam", "GetOutboundWebIdentityFederationInfo", Aspect.Works | Aspect.Refuses)]
    public async Task Is_off_until_it_is_switched_on_and_keeps_its_issuer()
    {
        var off = new SdkError("FeatureDisabled", 404, "Outbound identity federation is disabled for your account.");
        Assert.Equal(off, (await AskAsync(account.Root, "GetOutboundWebIdentityFederationInfo")).Error);
        Assert.Equal(off, (await AskAsync(account.Root, "DisableOutboundWebIdentityFederation")).Error);
        var issuer = IssuerOf(await AskAsync(account.Root, "EnableOutboundWebIdentityFederation"));
        Assert.StartsWith(account.Server.Endpoint + "_claviger/issuers/", issuer, StringComparison.Ordinal);
        Assert.Equal(
            new SdkError("FeatureEnabled", 409, "Outbound identity federation is already enabled for your account."),
            (await AskAsync(account.Root, "EnableOutboundWebIdentityFederation")).Error);
        var shown = await AskAsync(account.Root, "GetOutboundWebIdentityFederationInfo");
        Assert.Equal(issuer, IssuerOf(shown));
        Assert.Contains("<JwtVendingEnabled>true</JwtVendingEnabled>", shown.Body, StringComparison.Ordinal);
        Assert.Equal(200, (await AskAsync(account.Root, "DisableOutboundWebIdentityFederation")).Status);
        Assert.Equal(off, (await AskAsync(account.Root, "GetOutboundWebIdentityFederationInfo")).Error);
        Assert.Equal(issuer, IssuerOf(await AskAsync(account.Root, "EnableOutboundWebIdentityFederation")));
    }

    [Theory]
    [InlineData("EnableOutboundWebIdentityFederation"), InlineData("DisableOutboundWebIdentityFederation"), InlineData("GetOutboundWebIdentityFederationInfo")]
    [Covers("iam", "EnableOutboundWebIdentityFederation", Aspect.Denies)]
    [Covers("iam", "DisableOutboundWebIdentityFederation", Aspect.Denies)]
    [Covers("iam", "GetOutboundWebIdentityFederationInfo", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission(string operation)
    {
        var name = "no-" + operation;
        var user = await account.NewUserAsync(name);
        Assert.Equal(account.Denied(name, "iam:" + operation, "*"), (await AskAsync(user, operation)).Error);
    }

    private static Task<RawAnswer> AskAsync(SdkCaller caller, string operation) => caller.Http.FormAsync($"Action={operation}&Version=2010-05-08");

    private static string IssuerOf(RawAnswer answer) => answer.Xml.Descendants().Single(element => element.Name.LocalName == "IssuerIdentifier").Value;
}
