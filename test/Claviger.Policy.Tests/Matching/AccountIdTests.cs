namespace Claviger.Policy.Tests;

public sealed class AccountIdTests
{
    [Fact]
    public void Keeps_its_leading_zeros() => Assert.Equal("000123456789", AccountId.Parse("000123456789").ToString());

    [Theory]
    [InlineData("")]
    [InlineData("12345678901")]
    [InlineData("1234567890123")]
    [InlineData("12345678901a")]
    [InlineData("+12345678901")]
    [InlineData("١٢٣٤٥٦٧٨٩٠١٢")]
    [InlineData(null)]
    public void Is_twelve_digits_and_nothing_else(string? text) => Assert.False(AccountId.TryParse(text, out _));

    [Fact]
    public void Compares_by_number()
    {
        var low = AccountId.Parse("000000000001");
        var high = AccountId.Parse("999999999999");

        Assert.True(low < high && high > low && low <= high && high >= low && low != high);
        Assert.False(high < low || low > high || high <= low || low >= high);
        var same = AccountId.Parse("000000000001");
        Assert.True(low <= same && low >= same && low == same);
        Assert.False(low < same || low > same || low != same);
        Assert.True(low.Equals((object)AccountId.Parse("000000000001")));
        Assert.Equal(-1, low.CompareTo(high));
        Assert.Throws<FormatException>(() => AccountId.Parse("x"));
    }

    [Fact]
    public void Is_made_of_a_number_of_at_most_twelve_digits()
    {
        Assert.Equal("999999999999", AccountId.FromNumber(999_999_999_999).ToString());
        Assert.Equal(0, AccountId.FromNumber(0).Number);
        Assert.Throws<ArgumentOutOfRangeException>(() => AccountId.FromNumber(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => AccountId.FromNumber(1_000_000_000_000));
    }
}
