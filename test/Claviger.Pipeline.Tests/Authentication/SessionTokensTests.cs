using System.Security.Cryptography;
using Claviger.Store;
using Claviger.Store.Conformance;

namespace Claviger.Pipeline.Tests;

public sealed class SessionTokensTests : IAsyncLifetime
{
    private readonly ManualTime time = new();
    private SqliteStore store = null!;
    private SealingKeys keys = null!;
    private SessionTokens tokens = null!;

    private SessionDocument Small => new()
    {
        Kind = SessionKind.Role,
        Origin = SessionOrigin.AssumeRole,
        Account = World.Account,
        PrincipalId = "AROAQWERTYUIOPASDFGHJ",
        SessionName = "deploy",
        IssuedAt = time.GetUtcNow(),
        ExpiresAt = time.GetUtcNow().AddHours(1),
    };

    private SessionDocument Full => Small with
    {
        Kind = SessionKind.FederatedUser,
        Origin = SessionOrigin.WebIdentity,
        MfaAt = time.GetUtcNow().AddMinutes(-3),
        Policy = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"StringLike":{"aws:PrincipalTag/Größe":"日本*"}}}}""",
        PolicyArns = ["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::123456789012:policy/x"],
        Tags = TagSet.Of([new Tag("Größe", "日本"), new Tag("empty", "")]),
        TransitiveTagKeys = ["Größe"],
        SourceIdentity = "alice",
        FederatedProvider = "arn:aws:iam::123456789012:oidc-provider/issuer.example",
        DeliveryKeys = [new("ec2:RoleDelivery", "2.0")],
    };

    public async ValueTask InitializeAsync()
    {
        store = SqliteStore.OpenEphemeral(time);
        keys = await SealingKeys.OpenAsync(
            store, new MasterKeySource { DataFolder = "unused", Value = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) });
        tokens = new SessionTokens(keys, store.DeploymentId);
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public void A_token_gives_back_the_session_and_the_key_that_were_issued()
    {
        foreach (var document in new[] { Small, Full })
        {
            var issued = tokens.Issue(document);
            var opened = tokens.Open(issued.SessionToken)!;

            Assert.Equivalent(document, opened.Document, strict: true);
            Assert.Equal((issued.AccessKeyId, issued.SecretAccessKey), (opened.AccessKeyId, opened.SecretAccessKey));
            Assert.Equal(document.ExpiresAt, issued.Expiration);
            Assert.Matches("^ASIA[A-Z2-7]{16}$", issued.AccessKeyId);
            Assert.Matches("^[A-Za-z0-9/+]{40}$", issued.SecretAccessKey);
            Assert.True(new AccessKeyId(issued.AccessKeyId).TryReadAccount(out var account) && account == World.Account);
        }
    }

    [Fact]
    public void Every_session_has_credentials_of_its_own()
    {
        var issued = Enumerable.Range(0, 200).Select(_ => tokens.Issue(Small)).ToArray();

        Assert.Distinct(issued.Select(static it => it.AccessKeyId));
        Assert.Distinct(issued.Select(static it => it.SecretAccessKey));
        Assert.Distinct(issued.Select(static it => it.SessionToken));
    }

    [Fact]
    public void A_token_with_any_bit_changed_or_cut_short_does_not_open()
    {
        var bytes = Convert.FromBase64String(tokens.Issue(Small).SessionToken);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var changed = bytes.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(tokens.Open(Convert.ToBase64String(changed)));
        }

        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Null(tokens.Open(Convert.ToBase64String(bytes, 0, length)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("FwoGZXIvYXdzEBYaDEXAMPLE")]
    public void What_is_no_token_does_not_open(string text) => Assert.Null(tokens.Open(text));

    [Fact]
    public void A_text_longer_than_any_token_is_not_looked_at() =>
        Assert.Null(tokens.Open(new string('A', SessionTokens.MaxLength + 4)));

    [Fact]
    public void A_token_of_another_deployment_does_not_open_even_under_the_same_keys() =>
        Assert.Null(new SessionTokens(keys, "another").Open(tokens.Issue(Small).SessionToken));

    [Fact]
    public async Task A_token_outlives_the_key_it_was_sealed_under()
    {
        var issued = tokens.Issue(Small);
        time.Advance(SealingKeys.ActiveFor);
        await keys.MaintainAsync(time.GetUtcNow());
        time.Advance(SealingKeys.PublishedFor);
        await keys.MaintainAsync(time.GetUtcNow());

        Assert.NotNull(tokens.Open(issued.SessionToken));
        Assert.NotNull(tokens.Open(tokens.Issue(Small).SessionToken));
    }

    [Fact]
    public void Tokens_stay_short_enough_for_headers_and_presigned_requests()
    {
        var policy = string.Concat(Enumerable.Range(0, 20).Select(static i => $"{{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::bucket-{i}/*\"}},"));

        Assert.InRange(tokens.Issue(Small).SessionToken.Length, 100, 200);
        Assert.InRange(tokens.Issue(Full).SessionToken.Length, 300, 700);
        Assert.InRange(tokens.Issue(Small with { Policy = policy }).SessionToken.Length, 200, 500);
    }

    [Fact]
    public void Neither_credentials_nor_sessions_tell_their_secrets_as_text()
    {
        var issued = tokens.Issue(Full);

        Assert.Equal(issued.AccessKeyId, issued.ToString());
        Assert.Equal(issued.AccessKeyId, tokens.Open(issued.SessionToken)!.ToString());
    }
}
