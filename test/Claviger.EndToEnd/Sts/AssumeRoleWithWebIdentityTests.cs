using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Claviger.EndToEnd;

public sealed class AssumeRoleWithWebIdentityTests(TestAccount account) : IClassFixture<TestAccount>
{
    private static readonly SdkError NotAuthorized = new("AccessDenied", 403, "Not authorized to perform sts:AssumeRoleWithWebIdentity");

    [Fact, Covers("sts", "AssumeRoleWithWebIdentity", Aspect.Works)]
    public async Task Gives_a_session_of_a_role_that_trusts_the_issuer_and_the_subject()
    {
        await using var issuer = new TestIssuer();
        var role = await TrustAsync(issuer, "works", ("sub", "repo:me"), policy: TestAccount.Allow("iam:ListUsers"));
        var answer = await AskAsync(role, issuer.Sign(issuer.Claims(("sub", "repo:me"))));
        Assert.Equal(("repo:me", "client", issuer.Url), (answer["SubjectFromWebIdentityToken"], answer["Audience"], answer["Provider"]));
        Assert.Equal($"arn:aws:sts::{account.Id}:assumed-role/works/session", answer["AssumedRoleUser.Arn"]);
        var session = account.As(TestEntities.CredentialsOf(answer));
        await session.Iam.CallAsync("ListUsers");
        Assert.Equal(NotAuthorized, await RefuseAsync(role, issuer.Sign(issuer.Claims(("sub", "repo:other")))));
        Assert.Equal(2, issuer.Requests);
    }

    [Fact, Covers("sts", "AssumeRoleWithWebIdentity", Aspect.Works)]
    public async Task Takes_tags_and_a_source_identity_from_the_token()
    {
        await using var issuer = new TestIssuer();
        var role = await TrustAsync(
            issuer, "tagged", ("sub", "somebody"), ["sts:AssumeRoleWithWebIdentity", "sts:TagSession", "sts:SetSourceIdentity"],
            TestEntities.AllowIf("StringEquals", "aws:PrincipalTag/team", "red", "iam:ListUsers"));
        var tags = JsonNode.Parse("""{"principal_tags":{"team":["red"]},"transitive_tag_keys":["team"]}""");
        var answer = await AskAsync(role, issuer.Sign(issuer.Claims(("https://aws.amazon.com/tags", tags), ("https://aws.amazon.com/source_identity", "me"))));
        Assert.Equal("me", answer["SourceIdentity"]);
        await account.As(TestEntities.CredentialsOf(answer)).Iam.CallAsync("ListUsers");
        var plain = await TrustAsync(issuer, "untagged", ("sub", "somebody"));
        Assert.Equal("Not authorized to perform sts:TagSession", (await RefuseAsync(plain, issuer.Sign(issuer.Claims(("https://aws.amazon.com/tags", tags!.DeepClone()))))).Message);
    }

    [Fact, Covers("sts", "AssumeRoleWithWebIdentity", Aspect.Refuses)]
    public async Task Refuses_tokens_that_are_forged_expired_for_others_or_of_strangers()
    {
        await using var issuer = new TestIssuer();
        await using var stranger = new TestIssuer();
        var role = await TrustAsync(issuer, "strict", ("sub", "somebody"));
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        using var other = RSA.Create(2048);
        Assert.Equal("InvalidIdentityToken", (await RefuseAsync(role, "a.b.c.d.e")).Code);
        Assert.Equal("InvalidIdentityToken", (await RefuseAsync(role, issuer.Sign(issuer.Claims(), key: other))).Code);
        Assert.Equal("InvalidIdentityToken", (await RefuseAsync(role, issuer.Sign(issuer.Claims(), keyId: "two"))).Code);
        Assert.Equal("InvalidIdentityToken", (await RefuseAsync(role, issuer.Sign(issuer.Claims(), "none"))).Code);
        Assert.Equal("InvalidIdentityToken", (await RefuseAsync(role, issuer.Sign(issuer.Claims(), "HS256"))).Code);
        Assert.Equal(
            new SdkError("InvalidIdentityToken", 400, "Incorrect token audience"),
            await RefuseAsync(role, issuer.Sign(issuer.Claims(("aud", "another")))));
        Assert.Equal("InvalidIdentityToken", (await RefuseAsync(role, issuer.Sign(issuer.Claims(("exp", null))))).Code);
        Assert.Equal("InvalidIdentityToken", (await RefuseAsync(role, issuer.Sign(issuer.Claims(("nbf", now + 3600))))).Code);
        var expired = await RefuseAsync(role, issuer.Sign(issuer.Claims(("exp", now - 1))));
        Assert.Equal(("ExpiredTokenException", 400), (expired.Code, expired.Status));
        Assert.Equal(
            new SdkError("InvalidIdentityToken", 400, $"No OpenIDConnect provider found in your account for {stranger.Url}"),
            await RefuseAsync(role, stranger.Sign(stranger.Claims())));
        Assert.Equal("InvalidIdentityToken", (await RefuseAsync(role, stranger.Sign(issuer.Claims()))).Code);
        Assert.Equal(0, stranger.Requests);
    }

    [Fact, Covers("sts", "AssumeRoleWithWebIdentity", Aspect.Refuses)]
    public async Task Asks_no_other_host_than_the_issuers_own_and_not_again_and_again()
    {
        await using var issuer = new TestIssuer();
        await using var victim = new TestIssuer();
        issuer.KeysAt = victim.Url + "/keys";
        var role = await TrustAsync(issuer, "elsewhere", ("sub", "somebody"));
        Assert.Equal("IDPCommunicationError", (await RefuseAsync(role, issuer.Sign(issuer.Claims()))).Code);
        Assert.Equal(0, victim.Requests);
    }

    [Fact, Covers("sts", "AssumeRoleWithWebIdentity", Aspect.Denies)]
    public async Task Is_denied_by_a_role_that_trusts_another_and_by_one_that_is_not_there()
    {
        await using var issuer = new TestIssuer();
        await TrustAsync(issuer, "trusting", ("sub", "somebody"));
        var other = await account.NewRoleAsync("other", TestEntities.Trust(account.Arn("root")));
        Assert.Equal(NotAuthorized, await RefuseAsync(other, issuer.Sign(issuer.Claims())));
        Assert.Equal(NotAuthorized, await RefuseAsync(account.Arn("role/none"), issuer.Sign(issuer.Claims())));
    }

    private async Task<string> TrustAsync(
        TestIssuer issuer, string role, (string Claim, string Value) condition, string[]? actions = null, string? policy = null)
    {
        var provider = account.Arn("oidc-provider/" + issuer.Name);
        await account.Root.Iam.TryAsync("CreateOpenIDConnectProvider", new { issuer.Url, ClientIDList = new[] { "client" } });
        return await account.NewRoleAsync(
            role,
            new JsonObject
            {
                ["Version"] = "2012-10-17",
                ["Statement"] = new JsonObject
                {
                    ["Effect"] = "Allow",
                    ["Principal"] = new JsonObject { ["Federated"] = provider },
                    ["Action"] = new JsonArray([.. (actions ?? ["sts:AssumeRoleWithWebIdentity"]).Select(action => (JsonNode)action)]),
                    ["Condition"] = new JsonObject
                    {
                        ["StringEquals"] = new JsonObject { [$"{issuer.Name}:{condition.Claim}"] = condition.Value, [$"{issuer.Name}:aud"] = "client" },
                    },
                },
            }.ToJsonString(),
            policy);
    }

    private Task<SdkAnswer> AskAsync(string role, string token) => account.Server.Anonymous.Sts.CallAsync(
        "AssumeRoleWithWebIdentity", new { RoleArn = role, RoleSessionName = "session", WebIdentityToken = token });

    private Task<SdkError> RefuseAsync(string role, string token) => account.Server.Anonymous.Sts.FailAsync(
        "AssumeRoleWithWebIdentity", new { RoleArn = role, RoleSessionName = "session", WebIdentityToken = token });
}
