namespace Claviger.Policy.Tests;

public sealed class ArnTests
{
    [Fact]
    public void Its_resource_keeps_all_further_colons()
    {
        var arn = Arn.Parse("arn:aws-cn:logs:cn-north-1:111122223333:log-group:a:*");

        Assert.Equal(("aws-cn", "logs", "cn-north-1", "111122223333", "log-group:a:*"), (arn.Partition, arn.Service, arn.Region, arn.Account, arn.Resource));
        Assert.Equal("arn:aws-cn:logs:cn-north-1:111122223333:log-group:a:*", arn.ToString());
        Assert.Equal(arn, Arn.Parse(arn.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("arn:aws:s3:::")]
    [InlineData("arn:aws:s3::b")]
    [InlineData("arn::s3:::b")]
    [InlineData("arn:aws::::b")]
    [InlineData("ARN:aws:s3:::b")]
    [InlineData(null)]
    public void Is_nothing_less(string? text) => Assert.False(Arn.TryParse(text, out _));
}
