using Claviger.Policy;

namespace Claviger.Store.Tests;

public sealed class AccessKeyIdTests
{
    [Theory]
    [InlineData("000000000000")]
    [InlineData("000000000001")]
    [InlineData("123456789012")]
    [InlineData("999999999999")]
    public void An_id_carries_its_account(string account)
    {
        for (var i = 0; i < 200; i++)
        {
            var id = AccessKeyId.NewLongTerm(AccountId.Parse(account));

            Assert.Matches("^AKIA[Q-Z2-7][A-Z2-7]{15}$", id.Value);
            Assert.False(id.IsTemporary);
            Assert.True(id.TryReadAccount(out var read));
            Assert.Equal(account, read.ToString());
        }
    }

    [Theory]
    [InlineData("ASIAQNZGKIQY56JQ7WML", "029608264753")]
    [InlineData("ASIAY34FZKBOKMUTVV7A", "609629065308")]
    public void An_id_of_AWS_is_read_as_people_read_it(string id, string account)
    {
        Assert.True(new AccessKeyId(id).TryReadAccount(out var read));
        Assert.Equal(account, read.ToString());
    }

    [Theory]
    [InlineData("test")]
    [InlineData("")]
    [InlineData("AKIAIOSFODNN7EXAMPLE")] // from before ids carried an account
    [InlineData("AKIA0189abcdefghijkl")]
    public void An_id_that_was_given_need_not_carry_one(string id) => Assert.False(new AccessKeyId(id).TryReadAccount(out _));

    [Fact]
    public void A_sessions_id_follows_from_its_bytes()
    {
        var account = AccountId.Parse("123456789012");
        var id = AccessKeyId.OfSession(account, [1, 2, 3, 4, 5]);

        Assert.True(id.IsTemporary);
        Assert.Equal(id, AccessKeyId.OfSession(account, [1, 2, 3, 4, 5, 6]));
        Assert.NotEqual(id, AccessKeyId.OfSession(account, [1, 2, 3, 4, 6]));
    }

    [Fact]
    public void A_secret_has_forty_characters()
    {
        var secrets = Enumerable.Range(0, 100).Select(static _ => SecretAccessKey.New()).ToArray();

        Assert.All(secrets, static secret => Assert.Matches("^[A-Za-z0-9/+]{40}$", secret));
        Assert.Distinct(secrets);
    }
}
