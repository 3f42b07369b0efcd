using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Claviger.EndToEnd;

/// <summary>Tokens by which others know an account's principals, checked as others would: by what the issuer publishes.</summary>
public sealed class GetWebIdentityTokenTests(TestAccount account) : IClassFixture<TestAccount>
{
    private const string Audience = "https://api.example.com";

    [Theory, Covers("sts", "GetWebIdentityToken", Aspect.Works)]
    [InlineData("RS256")]
    [InlineData("ES384")]
    public async Task Gives_a_token_that_the_issuers_published_keys_vouch_for(string algorithm)
    {
        await EnableAsync();
        var answer = await AskAsync(account.Root, $"&SigningAlgorithm={algorithm}&Tags.member.1.Key=job&Tags.member.1.Value=nightly&DurationSeconds=600");
        var token = await CheckAsync(TokenOf(answer), algorithm);
        var claims = JsonNode.Parse(Base64UrlEncoder.Decode(token.EncodedPayload))!;
        Assert.Equal((account.Arn("root"), Audience), ((string)claims["sub"]!, (string)claims["aud"]!));
        Assert.Equal(600, (long)claims["exp"]! - (long)claims["iat"]!);
        var own = claims["https://sts.amazonaws.com/"]!;
        Assert.Equal((account.Id, "us-east-1", "nightly"), ((string)own["aws_account"]!, (string)own["source_region"]!, (string)own["request_tags"]!["job"]!));
    }

    [Fact, Covers("sts", "GetWebIdentityToken", Aspect.Works | Aspect.Refuses)]
    public async Task Says_of_a_session_whose_role_it_is_and_does_not_outlast_it()
    {
        await EnableAsync();
        var role = await account.NewRoleAsync("worker", policy: TestAccount.Allow("sts:GetWebIdentityToken"));
        await account.Root.Iam.CallAsync("TagRole", new { RoleName = "worker", Tags = new[] { new { Key = "team", Value = "red" } } });
        var user = await account.NewUserAsync("amy", TestAccount.Allow("sts:AssumeRole"));
        var session = await account.AssumeAsync(user, new { RoleArn = role, RoleSessionName = "session", DurationSeconds = 900 });
        var token = await CheckAsync(TokenOf(await AskAsync(session, "&SigningAlgorithm=RS256")), "RS256");
        Assert.Equal(role, token.Subject);
        var own = token.GetPayloadValue<JsonElement>("https://sts.amazonaws.com/");
        Assert.Equal("red", own.GetProperty("principal_tags").GetProperty("team").GetString());
        Assert.True(own.TryGetProperty("original_session_exp", out _));
        Assert.Equal(("SessionDurationEscalationException", 403), CodeOf(await AskAsync(session, "&SigningAlgorithm=RS256&DurationSeconds=3600")));
    }

    [Fact, Covers("sts", "GetWebIdentityToken", Aspect.Refuses)]
    public async Task Is_not_good_for_coming_back()
    {
        var issuer = await EnableAsync();
        await account.Root.Iam.CallAsync("CreateOpenIDConnectProvider", new { Url = issuer, ClientIDList = new[] { Audience } });
        var provider = account.Arn("oidc-provider/" + issuer[(issuer.IndexOf("://", StringComparison.Ordinal) + 3)..]);
        var trust = $$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Federated":"{{provider}}"},"Action":"sts:AssumeRoleWithWebIdentity"} }""";
        var role = await account.NewRoleAsync("back", trust);
        var error = await account.Server.Anonymous.Sts.FailAsync(
            "AssumeRoleWithWebIdentity",
            new { RoleArn = role, RoleSessionName = "session", WebIdentityToken = TokenOf(await AskAsync(account.Root, "&SigningAlgorithm=RS256")) });
        Assert.Equal(("InvalidIdentityToken", 400), (error.Code, error.Status));
    }

    [Fact, Covers("sts", "GetWebIdentityToken", Aspect.Refuses)]
    public async Task Refuses_other_algorithms_and_gives_none_while_it_is_off()
    {
        await EnableAsync();
        Assert.Equal(("ValidationError", 400), CodeOf(await AskAsync(account.Root, "&SigningAlgorithm=HS256")));
        Assert.Equal(("ValidationError", 400), CodeOf(await AskAsync(account.Root, "&SigningAlgorithm=RS256&DurationSeconds=59")));
        var tags = string.Concat(Enumerable.Range(1, 50).Select(i => $"&Tags.member.{i}.Key={i:d3}{new string('k', 125)}&Tags.member.{i}.Value={new string('v', 256)}"));
        Assert.Equal(("JWTPayloadSizeExceededException", 400), CodeOf(await AskAsync(account.Root, "&SigningAlgorithm=RS256" + tags)));
        var other = new TestAccount(account.Server);
        await other.InitializeAsync();
        Assert.Equal(("OutboundWebIdentityFederationDisabledException", 403), CodeOf(await AskAsync(other.Root, "&SigningAlgorithm=RS256")));
    }

    [Fact, Covers("sts", "GetWebIdentityToken", Aspect.Denies)]
    public async Task Is_denied_where_the_policy_does_not_let_the_audience_the_algorithm_or_the_duration_pass()
    {
        await EnableAsync();
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(account.Denied("eve", "sts:GetWebIdentityToken", "*"), (await AskAsync(eve, "&SigningAlgorithm=RS256")).Error);
        const string Policy = """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:GetWebIdentityToken","Resource":"*","Condition":{
              "ForAllValues:StringEquals":{"sts:IdentityTokenAudience":"https://api.example.com"},
              "StringEquals":{"sts:SigningAlgorithm":"ES384"},"NumericLessThanEquals":{"sts:DurationSeconds":300}}}}
            """;
        var bob = await account.NewUserAsync("bob", Policy);
        Assert.Equal(200, (await AskAsync(bob, "&SigningAlgorithm=ES384")).Status);
        Assert.Equal(("AccessDenied", 403), CodeOf(await AskAsync(bob, "&SigningAlgorithm=RS256")));
        Assert.Equal(("AccessDenied", 403), CodeOf(await AskAsync(bob, "&SigningAlgorithm=ES384&DurationSeconds=301")));
        Assert.Equal(("AccessDenied", 403), CodeOf(await AskAsync(bob, "&SigningAlgorithm=ES384&Audience.member.2=https://other.example")));
        Assert.Contains("sts:TagGetWebIdentityToken", (await AskAsync(bob, "&SigningAlgorithm=ES384&Tags.member.1.Key=a&Tags.member.1.Value=1")).Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_else_is_published()
    {
        var issuer = await EnableAsync();
        using var http = new HttpClient();
        foreach (var path in new[] { "", "/", "/.well-known/openid-configuration/", "/.well-known/other", "/../accounts" })
        {
            Assert.NotEqual(200, (int)(await http.GetAsync(new Uri(issuer + path), TestContext.Current.CancellationToken)).StatusCode);
        }

        var keys = await http.GetStringAsync(new Uri(issuer + "/.well-known/jwks.json"), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("\"d\"", keys, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await http.GetAsync(new Uri(issuer[..^1] + "/.well-known/jwks.json"), TestContext.Current.CancellationToken)).StatusCode);
    }

    private static (string Code, int Status) CodeOf(RawAnswer answer) => (answer.Error.Code, answer.Error.Status);

    private static string TokenOf(RawAnswer answer)
    {
        Assert.True(answer.Status == 200, answer.Body);
        return answer.Xml.Descendants().Single(element => element.Name.LocalName == "WebIdentityToken").Value;
    }

    private static Task<RawAnswer> AskAsync(SdkCaller caller, string more) =>
        caller.Http.FormAsync($"Action=GetWebIdentityToken&Version=2011-06-15&Audience.member.1={Audience}{more}", "sts");

    private async Task<JsonWebToken> CheckAsync(string token, string algorithm)
    {
        var issuer = await EnableAsync();
        using var http = new HttpClient();
        using var configuration = JsonDocument.Parse(
            await http.GetStringAsync(new Uri(issuer + "/.well-known/openid-configuration"), TestContext.Current.CancellationToken));
        Assert.Equal(issuer, configuration.RootElement.GetProperty("issuer").GetString());
        var keys = new JsonWebKeySet(
            await http.GetStringAsync(new Uri(configuration.RootElement.GetProperty("jwks_uri").GetString()!), TestContext.Current.CancellationToken));
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = issuer, ValidAudience = Audience, IssuerSigningKeys = keys.GetSigningKeys(), ValidAlgorithms = [algorithm],
        });
        Assert.True(result.IsValid, result.Exception?.Message);
        return (JsonWebToken)result.SecurityToken;
    }

    private async Task<string> EnableAsync()
    {
        await account.Root.Http.FormAsync("Action=EnableOutboundWebIdentityFederation&Version=2010-05-08");
        var shown = await account.Root.Http.FormAsync("Action=GetOutboundWebIdentityFederationInfo&Version=2010-05-08");
        return shown.Xml.Descendants().Single(element => element.Name.LocalName == "IssuerIdentifier").Value;
    }
}
