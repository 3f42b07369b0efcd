namespace Claviger.Policy.Tests;

public sealed class ActionPatternTests
{
    [Theory]
    [InlineData("s3:GetObject", "s3:getobject", true)]
    [InlineData("S3:GET*", "s3:getobject", true)]
    [InlineData("s3:GetObject", "s3:getobjects", false)]
    [InlineData("s?:GetObject", "s3:getobject", true)]
    [InlineData(":x", ":x", true)]
    [InlineData("s3:a${*}b", "s3:a${x}b", true)]
    [InlineData("s3:a${*}b", "s3:a*b", false)]
    [InlineData("s3:", "s3:", false)]
    [InlineData("s3", "s3", false)]
    [InlineData("s3:*:x", "s3:a:x", false)]
    [InlineData("s3:Get Object", "s3:get object", false)]
    [InlineData("*", "anything at all", true)]
    [InlineData("ABC:DEF", "abc:def", true)]
    public void Covers(string pattern, string lowerAction, bool covers) => Assert.Equal(covers, new ActionPattern(pattern).IsMatch(lowerAction));

    [Fact]
    public void Lower_case_is_of_ASCII_alone()
    {
        Assert.Equal("abc", AsciiLower.Of("ABC"));
        Assert.Equal("\u0130k\u212A", AsciiLower.Of("\u0130K\u212A"));
    }
}
