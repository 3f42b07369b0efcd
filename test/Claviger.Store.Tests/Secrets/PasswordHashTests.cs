namespace Claviger.Store.Tests;

public sealed class PasswordHashTests
{
    private const string Password = "correct horse Battery 9 staple ß";

    [Fact]
    public void A_password_matches_its_hash_and_no_other_does()
    {
        var hash = PasswordHash.Parse(PasswordHash.Create(Password).ToString());

        Assert.True(hash.Matches(Password));
        Assert.False(hash.Matches(Password + " "));
        Assert.False(hash.Matches(""));
        Assert.False(PasswordHash.OfNobody.Matches(Password));
    }

    [Fact]
    public void The_same_password_of_two_users_has_two_hashes() =>
        Assert.NotEqual(PasswordHash.Create(Password).ToString(), PasswordHash.Create(Password).ToString());

    [Fact]
    public void A_users_passwords_share_their_salt_so_that_one_hash_tells_them_all()
    {
        var first = PasswordHash.Create("one");
        var second = PasswordHash.Create("two", first);

        Assert.Equal(first.ToString().Split('$')[2], second.ToString().Split('$')[2]);
        Assert.True(PasswordHash.IsAmong("one", [second, first]));
        Assert.False(PasswordHash.IsAmong("three", [second, first]));
        Assert.False(PasswordHash.IsAmong("one", []));
    }

    [Fact]
    public void A_hash_made_with_fewer_iterations_still_counts_and_its_salt_is_not_kept()
    {
        // 1,000 iterations over "old" with a salt of 16 zero bytes, computed with Python's hashlib.
        var old = PasswordHash.Parse("v1$1000$AAAAAAAAAAAAAAAAAAAAAA==$MwLsPPDXNgF91E+Wa0ugsJsrEfT/7GvFQOEaX4fQd+U=");

        Assert.True(old.IsOutdated);
        Assert.True(old.Matches("old"));
        var renewed = PasswordHash.Create("new", old);
        Assert.False(renewed.IsOutdated);
        Assert.True(PasswordHash.IsAmong("old", [renewed, old]));
        Assert.NotEqual("AAAAAAAAAAAAAAAAAAAAAA==", renewed.ToString().Split('$')[2]);
    }

    [Fact]
    public void A_new_hash_costs_what_OWASP_asks_for() =>
        Assert.Equal("210000", PasswordHash.Create("x").ToString().Split('$')[1]);

    [Theory]
    [InlineData("")]
    [InlineData("v2$210000$AAAA$AAAA")]
    [InlineData("v1$0$AAAAAAAAAAAAAAAAAAAAAA==$AAAA")]
    [InlineData("v1$210000$AAAAAAAAAAAAAAAAAAAAAA==$AAAA")]
    [InlineData("v1$210000$????$AAAA")]
    public void What_is_no_hash_is_refused_without_repeating_it(string text)
    {
        var error = Assert.Throws<FormatException>(() => PasswordHash.Parse(text));

        Assert.DoesNotContain("AAAA", error.Message, StringComparison.Ordinal);
    }
}
