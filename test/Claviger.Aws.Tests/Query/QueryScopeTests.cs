using System.Globalization;
using System.Text;

namespace Claviger.Aws.Tests;

public sealed class QueryScopeTests
{
    [Fact]
    public void Elements_are_in_the_order_of_their_numbers()
    {
        string form = string.Join('&', Enumerable.Range(1, 12).Reverse().Select(i => $"L.member.{i}=v{i}"));

        Assert.Equal(Enumerable.Range(1, 12).Select(i => $"v{i}"), Root(form).Strings("L.member."u8));
    }

    [Fact]
    public void Gaps_and_huge_numbers_cost_nothing()
    {
        Assert.Equal(["a", "b", "c"], Root("L.member.999999999=c&L.member.3=a&L.member.70000=b").Strings("L.member."u8));
        Assert.Equal(["x", "y"], Root("L.member.999999999.Key=y&L.member.7.Key=x").Structures("L.member."u8, scope => scope.String("Key"u8)!));
    }

    [Theory]
    [InlineData("L.member.0=a")]
    [InlineData("L.member.01=a")]
    [InlineData("L.member.-1=a")]
    [InlineData("L.member.1000000000=a")]
    [InlineData("L.member.x=a")]
    [InlineData("L.member.=a")]
    [InlineData("L.member.1.Key=a")]
    [InlineData("L.member.1.=a")]
    [InlineData("L.member.1=a&L.member.1!=b")]
    public void Refuses_names_that_no_element_of_a_list_of_strings_can_have(string form) =>
        AssertMalformed(() => Root(form).Strings("L.member."u8));

    [Theory]
    [InlineData("L.member.0.Key=a")]
    [InlineData("L.member.1=a")]
    [InlineData("L.member.1.Key=a&L.member.1=b")]
    [InlineData("L.member.1x.Key=a")]
    public void Refuses_names_that_no_element_of_a_list_of_structures_can_have(string form) =>
        AssertMalformed(() => Root(form).Structures("L.member."u8, scope => scope.String("Key"u8)));

    [Fact]
    public void A_list_sent_without_elements_is_empty_and_one_not_sent_is_null()
    {
        Assert.Empty(Root("L=").Strings("L.member."u8)!);
        Assert.Empty(Root("L=").Structures("L.member."u8, scope => scope)!);
        Assert.Null(Root("LL=&K=").Strings("L.member."u8));
        Assert.Null(Root("").Structures("L.member."u8, scope => scope));
    }

    [Fact]
    public void The_first_of_two_equal_elements_counts() => Assert.Equal(["a"], Root("L.member.1=a&L.member.1=b").Strings("L.member."u8));

    [Fact]
    public void Lists_nest()
    {
        IReadOnlyList<string>[] read =
        [
            .. Root("E.member.2.V.member.1=c&E.member.1.V.member.2=b&E.member.1.V.member.1=a&E.member.10.V=")
                .Structures("E.member."u8, scope => scope.Strings("V.member."u8)!)!,
        ];

        Assert.Equal([["a", "b"], ["c"], []], read);
    }

    [Fact]
    public void Flattened_lists_have_no_name_between()
    {
        Assert.Equal(["a", "b"], Root("InstanceId.1=a&InstanceId.2=b").Strings("InstanceId."u8));
        Assert.Equal(["n"], Root("Filter.1.Name=n").Structures("Filter."u8, scope => scope.String("Name"u8)!));
    }

    [Fact]
    public void Maps_are_entries_of_key_and_value()
    {
        QueryScope root = Root("M.entry.1.key=a&M.entry.1.value=1&M.entry.2.key=b&M.entry.2.value=2&M.entry.3.key=a&M.entry.3.value=3");

        Assert.Equal(
            new Dictionary<string, string> { ["a"] = "3", ["b"] = "2" }, root.Map("M.entry."u8, entry => entry.String("value"u8)));
        Assert.Null(Root("").Map("M.entry."u8, entry => entry.String("value"u8)));
        AssertMalformed(() => Root("M.entry.1.value=1").Map("M.entry."u8, entry => entry.String("value"u8)));
        AssertMalformed(() => Root("M.entry.1.key=1").Map("M.entry."u8, entry => entry.String("value"u8)));
    }

    [Fact]
    public void A_structure_is_there_when_one_of_its_members_is()
    {
        Assert.Equal("v", Root("S.A=v&S=x&SS.A=y").Structure("S."u8, scope => scope.String("A"u8)!));
        Assert.Null(Root("S=x&SS.A=y").Structure("S."u8, scope => "there"));
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("+900", 900)]
    [InlineData("0900", 900)]
    [InlineData("-2147483648", int.MinValue)]
    [InlineData("2147483647", int.MaxValue)]
    public void Reads_integers_of_32_bits(string text, int number) => Assert.Equal(number, Root($"N={Uri.EscapeDataString(text)}").Integer("N"u8));

    [Theory]
    [InlineData("abc", "")]
    [InlineData("900.0", "")]
    [InlineData("2147483648", "")]
    [InlineData("-2147483649", "")]
    [InlineData(" 1", "")]
    [InlineData("1 ", "")]
    [InlineData("", "missing value for decimal type")]
    public void Refuses_what_is_no_integer(string text, string message) =>
        Assert.Equal(message, AssertMalformed(() => Root($"N={Uri.EscapeDataString(text)}").Integer("N"u8)).Message);

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    public void Reads_booleans(string text, bool truth) => Assert.Equal(truth, Root($"B={text}").Boolean("B"u8));

    [Theory]
    [InlineData("TRUE", "boolean must follow xsd1.1 definition")]
    [InlineData("yes", "boolean must follow xsd1.1 definition")]
    [InlineData("", "missing value for boolean type")]
    public void Refuses_what_is_no_boolean(string text, string message) =>
        Assert.Equal(message, AssertMalformed(() => Root($"B={text}").Boolean("B"u8)).Message);

    [Theory]
    [InlineData("2026-11-24T06:19:00Z", "2026-11-24T06:19:00.000Z")]
    [InlineData("2026-11-24T06:19:00.5Z", "2026-11-24T06:19:00.500Z")]
    [InlineData("2026-11-24T08:19:00%2B02:00", "2026-11-24T06:19:00.000Z")]
    [InlineData("20261124T061900Z", "2026-11-24T06:19:00.000Z")]
    public void Reads_times(string text, string utc) => Assert.Equal(
        utc, Root($"T={text}").Timestamp("T"u8)!.Value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2026-13-01T00:00:00Z")]
    public void Refuses_what_is_no_time(string text) => AssertMalformed(() => Root($"T={text}").Timestamp("T"u8));

    [Fact]
    public void Reads_base64()
    {
        Assert.Equal([0, 255, 1], Root("B=AP8B").Blob("B"u8)!.Value.ToArray());
        Assert.Empty(Root("B=").Blob("B"u8)!.Value.ToArray());
        AssertMalformed(() => Root("B=A").Blob("B"u8));
        AssertMalformed(() => Root("B=%3F%3F%3F%3F").Blob("B"u8));
    }

    private static QueryScope Root(string form) => QueryParameters.Parse([], Encoding.UTF8.GetBytes(form)).Root;

    private static AwsError AssertMalformed(Func<object?> read)
    {
        AwsError error = Assert.Throws<AwsError>(read);
        Assert.Equal("MalformedInput", error.Code);
        Assert.Equal(400, error.HttpStatus);
        return error;
    }
}
