namespace Claviger.Policy.Tests;

/// <summary>Operators at their edges.</summary>
public sealed class OperatorTests
{
    [Theory]
    [InlineData("LessThan", true, false, false)]
    [InlineData("LessThanEquals", true, true, false)]
    [InlineData("Equals", false, true, false)]
    [InlineData("NotEquals", true, false, true)]
    [InlineData("GreaterThanEquals", false, true, true)]
    [InlineData("GreaterThan", false, false, true)]
    public void A_relation_tells_less_from_equal_from_greater(string relation, bool less, bool equal, bool greater)
    {
        bool[] holds = [less, equal, greater];
        Assert.Equal(holds, Array.ConvertAll(["9", "10.0", "10.01"], actual => Holds("Numeric" + relation, "10", actual)));
        Assert.Equal(holds, Array.ConvertAll(["1704067199", "2024-01-01", "2024-01-01T00:00:00.5Z"], actual => Holds("Date" + relation, "2024-01-01T00:00:00Z", actual)));
    }

    [Theory]
    [InlineData("123456789012345678.5", "123456789012345678.25", 1)]
    [InlineData("1000000000000000000000000000000", "5", 1)]
    [InlineData("5", "1000000000000000000000000000000", -1)]
    [InlineData("-1000000000000000000000000000000", "5", -1)]
    [InlineData("1000000000000000000000000000000", "1000000000000000000000000000000.0", 0)]
    public void Numbers_compare_exactly_and_beyond_that_as_doubles(string one, string other, int order)
    {
        Assert.True(Number.TryParse(one, out var left));
        Assert.True(Number.TryParse(other, out var right));
        Assert.Equal(order, left.CompareTo(right));
    }

    [Theory]
    [InlineData("2024-01-01T00:00:00.5", "2024-01-01T00:00:00.5Z")]
    [InlineData("2024-01-01T00:00:00.500000000999", "2024-01-01T00:00:00.5Z")]
    [InlineData("2024-01-01T23:00:00+23:00", "2024-01-01")]
    [InlineData("2024-01-01T00:59:00+00:59", "2024-01-01")]
    [InlineData("2023-12-31T23:59:59-00:00", "2023-12-31T23:59:59Z")]
    [InlineData("2024-02-29T00:00Z", "2024-02-29")]
    [InlineData("2024-12", "2024-12-01")]
    public void Dates_are_equal_in_these_spellings(string one, string other)
    {
        Assert.True(PolicyInstant.TryParse(one, out var left));
        Assert.True(PolicyInstant.TryParse(other, out var right));
        Assert.Equal(left, right);
    }

    [Theory]
    [InlineData("2024-01-01T23:00:00+24:00")]
    [InlineData("2024-01-01T23:00:00+00:60")]
    [InlineData("2024-01-01T00:60Z")]
    [InlineData("2024-01-01T00:00:60Z")]
    [InlineData("2024-13-01")]
    [InlineData("2024-01-00")]
    [InlineData("2023-02-29")]
    [InlineData("2024-01T00:00Z")]
    [InlineData("2024")]
    [InlineData("20240")]
    [InlineData("2024-")]
    [InlineData("2024-01-")]
    public void A_date_of_no_calendar_is_none(string text) =>
        Assert.False(PolicyInstant.TryParse(text, out _) && !text.All(char.IsAsciiDigit));

    [Theory]
    [InlineData("false", "false", true)]
    [InlineData("FALSE", "false", true)]
    [InlineData("true", "false", false)]
    [InlineData("tr*", "true", false)]
    [InlineData("?rue", "true", false)]
    [InlineData("yes", "yes", false)]
    [InlineData("false", "", false)]
    public void Bool_compares_words(string wanted, string actual, bool holds) => Assert.Equal(holds, Holds("Bool", wanted, actual));

    [Fact]
    public void Bool_takes_a_variable_where_the_version_has_them()
    {
        var context = new RequestContext().Set("k", ContextValue.Of(false)).Set("other", "false");

        Assert.True(ConditionCompiler.Compile("Bool", "k", ["${other}"], variables: true).Holds(context));
        Assert.False(ConditionCompiler.Compile("Bool", "k", ["${other}"], variables: false).Holds(context));
    }

    [Theory]
    [InlineData("YWJj", "YW Jj", true)]
    [InlineData("YWJj", "YWJk", false)]
    [InlineData("abc", "abc", true)]
    [InlineData("abc", "abd", false)]
    [InlineData("abc", "", false)]
    [InlineData("", "abc", false)]
    [InlineData("", "", true)]
    [InlineData("${k}", "YWJj", false)]
    public void BinaryEquals_compares_bytes_and_texts_that_are_no_base64(string wanted, string actual, bool holds) =>
        Assert.Equal(holds, Holds("BinaryEquals", wanted, actual));

    [Fact]
    public void BinaryEquals_takes_values_longer_than_its_buffer_on_the_stack()
    {
        var bytes = new byte[1_000];
        bytes[^1] = 1;
        var text = Convert.ToBase64String(bytes);

        Assert.True(Holds("BinaryEquals", text, text));
        Assert.False(Holds("BinaryEquals", Convert.ToBase64String(new byte[1_000]), text));
    }

    [Theory]
    [InlineData("true", new[] { "", "a" }, false)]
    [InlineData("false", new[] { "", "a" }, true)]
    [InlineData("true", new[] { "", "" }, true)]
    [InlineData("false", new[] { "" }, false)]
    [InlineData("true", new string[0], true)]
    [InlineData("neither", new[] { "a" }, false)]
    public void Null_sees_a_list_without_a_value_as_absent(string wanted, string[] actual, bool holds) =>
        Assert.Equal(holds, Holds("Null", wanted, ContextValue.List(actual)));

    [Theory]
    [InlineData("ForAnyValue:StringNotEquals", "a", new[] { "b", "c" }, true)]
    [InlineData("ForAnyValue:StringNotEquals", "a", new[] { "b", "a" }, true)]
    [InlineData("ForAnyValue:StringNotEquals", "a", new[] { "a", "a" }, false)]
    [InlineData("ForAnyValue:StringEquals", "a", new[] { "a", "b", "a" }, true)]
    [InlineData("ForAnyValue:NumericNotEquals", "1", new[] { "2", "3" }, true)]
    [InlineData("ForAnyValue:NumericNotEquals", "1", new[] { "2", "x" }, false)]
    [InlineData("ForAnyValue:NumericEquals", "1", new[] { "x", "1" }, true)]
    [InlineData("ForAllValues:NumericNotEquals", "1", new[] { "2", "x" }, false)]
    [InlineData("ForAllValues:StringEquals", "a", new[] { "", "a" }, true)]
    [InlineData("ForAnyValue:StringEquals", "", new[] { "" }, false)]
    public void Set_operators_look_at_every_value(string name, string wanted, string[] actual, bool holds) =>
        Assert.Equal(holds, Holds(name, wanted, ContextValue.List(actual)));

    [Theory]
    [InlineData("ArnLike", "*:*:*:*:*:*", "x:a:b:c:d:e", false)]
    [InlineData("ArnLike", "arn:*:*:*:*:*", "arn:a:b:c:d:e:f", true)]
    [InlineData("ArnLike", "arn:*:*:*:*:*", "arn:a:b:c:d", false)]
    [InlineData("ArnNotLike", "arn:*:*:*:*:x", "arn:a:b:c:d:e", true)]
    [InlineData("ArnNotLike", "x:a:b:c:d:e", "arn:a:b:c:d:e", false)]
    [InlineData("ArnNotLike", "arn:*:*:*:*:x", "no-arn", false)]
    [InlineData("NotIpAddress", "10.0.0.0/8", "no-address", false)]
    [InlineData("NotIpAddress", "no-network", "10.0.0.1", false)]
    [InlineData("NumericNotEquals", "x", "1", false)]
    [InlineData("DateNotEquals", "2024-01-01", "x", false)]
    [InlineData("DateNotEquals", "x", "2024-01-01", false)]
    public void A_malformed_value_matches_nothing_and_fails_a_negated_operator(string name, string wanted, string actual, bool holds) =>
        Assert.Equal(holds, Holds(name, wanted, actual));

    private static bool Holds(string name, string wanted, ContextValue actual) =>
        ConditionCompiler.Compile(name, "k", [wanted], variables: true).Holds(new RequestContext().Set("k", actual));
}
