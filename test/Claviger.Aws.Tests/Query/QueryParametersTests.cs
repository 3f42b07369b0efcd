using System.Text;

namespace Claviger.Aws.Tests;

public sealed class QueryParametersTests
{
    [Theory]
    [InlineData("A=b", "b")]
    [InlineData("A=b+c%20d%2Be", "b c d+e")]
    [InlineData("%41=%C3%a9%3D=", "é==")]
    [InlineData("B=1&&A=x&", "x")]
    [InlineData("A", "")]
    [InlineData("A=", "")]
    [InlineData("A=é", "é")]
    public void Decodes_names_and_values(string form, string value) => Assert.Equal(value, Parse(form).Root.String("A"u8));

    [Fact]
    public void Names_are_case_sensitive() => Assert.Null(Parse("username=a").Root.String("UserName"u8));

    [Fact]
    public void The_first_of_two_parameters_with_the_same_name_counts()
    {
        QueryParameters parameters = Parse("Action=First&Version=1&Action=Second");

        Assert.Equal("First", parameters.Action);
    }

    [Fact]
    public void The_first_counts_among_many_parameters_too()
    {
        string many = string.Join('&', Enumerable.Range(0, 100).Select(i => $"A{i % 7}={i}"));

        Assert.Equal("3", Parse(many).Root.String("A3"u8));
    }

    [Fact]
    public void The_query_string_comes_before_the_body()
    {
        QueryParameters parameters = QueryParameters.Parse("Action=Q"u8, "Action=B&Version=V"u8);

        Assert.Equal("Q", parameters.Action);
        Assert.Equal("V", parameters.Version);
        Assert.Equal(3, parameters.Count);
    }

    [Theory]
    [InlineData("A=%")]
    [InlineData("A=%4")]
    [InlineData("A=%4G")]
    [InlineData("%zz=1")]
    [InlineData("A=%&B=41")]
    public void Refuses_broken_percent_encoding(string form) => AssertMalformed(Encoding.UTF8.GetBytes(form));

    [Theory]
    [InlineData("A=%FF")]
    [InlineData("A=%C3")]
    [InlineData("A=%ED%A0%80")]
    [InlineData("A=%C0%80")]
    public void Refuses_what_is_not_UTF8(string form) => AssertMalformed(Encoding.UTF8.GetBytes(form));

    [Fact]
    public void A_sequence_broken_over_name_and_value_is_not_UTF8()
    {
        AssertMalformed("A%C3=%A9"u8.ToArray());
        AssertMalformed("A=%C3&%A9=1"u8.ToArray());
        AssertMalformed([.. "A=1"u8, 0xC3]);
    }

    [Fact]
    public void A_sequence_broken_over_query_string_and_body_is_not_UTF8()
    {
        AwsError error = Assert.Throws<AwsError>(() => QueryParameters.Parse("A=%C3"u8, "%A9=1"u8));

        Assert.Equal("MalformedQueryString", error.Code);
    }

    [Fact]
    public void Refuses_more_parameters_than_it_takes()
    {
        Assert.Equal(QueryParameters.MostParameters, Parse(string.Join('&', Enumerable.Range(0, QueryParameters.MostParameters).Select(i => $"A{i}"))).Count);
        AssertMalformed(Encoding.UTF8.GetBytes(new string('&', QueryParameters.MostParameters + 1)));
    }

    private static QueryParameters Parse(string form) => QueryParameters.Parse([], Encoding.UTF8.GetBytes(form));

    private static void AssertMalformed(byte[] form)
    {
        AwsError error = Assert.Throws<AwsError>(() => QueryParameters.Parse([], form));
        Assert.Equal("MalformedQueryString", error.Code);
    }
}
