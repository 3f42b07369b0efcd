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

    [Fact]
    public void Equals_by_its_text()
    {
        var arn = Arn.Parse("arn:aws:s3:::b");

        Assert.False(arn.Equals(Arn.Parse("arn:aws:s3:::B")));
        Assert.False(arn.Equals((Arn?)null));
        Assert.Contains("arn:partition:service", Assert.Throws<FormatException>(() => Arn.Parse("b")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_segment_is_a_glob_without_variables_and_of_any_length()
    {
        var name = new string('S', 200);

        Assert.True(new SegmentPattern(2, "s${*}3").IsMatch(new ArnView("arn:aws:s${x}3:::b")));
        Assert.False(new SegmentPattern(2, "s${*}3").IsMatch(new ArnView("arn:aws:s*3:::b")));
        Assert.True(new SegmentPattern(2, name + "*").IsMatch(new ArnView($"arn:aws:{name.ToLowerInvariant()}x:::b")));
        Assert.False(new SegmentPattern(2, name + "?").IsMatch(new ArnView($"arn:aws:{name.ToLowerInvariant()}:::b")));
        Assert.True(new SegmentPattern(0, "a?n").IsMatch(new ArnView("ARN:aws:s3:::b")));
    }
}
