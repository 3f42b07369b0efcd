using CsCheck;

namespace Claviger.Policy.Tests;

public sealed class GlobTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("*", "", true)]
    [InlineData("?", "", false)]
    [InlineData("a*a", "a", false)]
    [InlineData("a*a", "aa", true)]
    [InlineData("*ab*ab", "abab", true)]
    [InlineData("*ab*ab", "ab", false)]
    [InlineData("a**b", "ab", true)]
    [InlineData("*?b", "b", false)]
    [InlineData("*?b*", "aab", true)]
    [InlineData("a?*?b", "axyb", true)]
    [InlineData("a?*?b", "axb", false)]
    [InlineData("?", "\U0001F511", true)]
    [InlineData("??", "\U0001F511", false)]
    [InlineData("*?", "\U0001F511", true)]
    [InlineData("a*?", "a\U0001F511", true)]
    [InlineData("*?\U0001F511*", "x\U0001F511", true)]
    public void Matches_whole_texts(string pattern, string text, bool matches) => Assert.Equal(matches, IsMatch(pattern, text));

    [Fact]
    public void Agrees_with_a_literal_reading_of_the_rules()
    {
        var pattern = Gen.Char["ab*?"].Array[0, 9].Select(c => new string(c));
        var text = Gen.Char["ab"].Array[0, 12].Select(c => new string(c));

        Gen.Select(pattern, text).Sample((p, t) => Assert.Equal(Naive(p, t), IsMatch(p, t)), iter: 20_000);
    }

    [Fact]
    public void A_pattern_of_many_runs_costs_no_more_than_its_length_times_the_texts()
    {
        // Backtracking over every run would not end within a lifetime.
        var pattern = string.Concat(Enumerable.Repeat("*a", 500)) + "b";

        Assert.False(IsMatch(pattern, new string('a', 5_000)));
        Assert.False(IsMatch(pattern.Replace("a", "?a", StringComparison.Ordinal), new string('a', 5_000)));
    }

    [Fact]
    public void An_escaped_wildcard_is_a_character()
    {
        var pattern = TextPattern.Compile("a${*}${?}${$}*", wildcards: true, variables: true);

        Assert.True(pattern.IsMatch("a*?$x", EmptyContext.Instance));
        Assert.False(pattern.IsMatch("abcdx", EmptyContext.Instance));
    }

    [Fact]
    public void A_value_longer_than_the_stack_buffer_is_put_in_whole()
    {
        var pattern = TextPattern.Compile("<${k}|${k}>*", wildcards: true, variables: true);
        var value = new string('v', 1_000);
        var context = new RequestContext().Set("k", value);

        Assert.True(pattern.IsMatch($"<{value}|{value}>x", context));
        Assert.False(pattern.IsMatch($"<{value}|{value[1..]}>x", context));
    }

    private static bool IsMatch(string pattern, string text) =>
        TextPattern.Compile(pattern, wildcards: true, variables: false).IsMatch(text, EmptyContext.Instance);

    private static bool Naive(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        if (pattern.IsEmpty)
        {
            return text.IsEmpty;
        }

        if (pattern[0] == '*')
        {
            return Naive(pattern[1..], text) || (!text.IsEmpty && Naive(pattern, text[1..]));
        }

        return !text.IsEmpty && (pattern[0] == '?' || pattern[0] == text[0]) && Naive(pattern[1..], text[1..]);
    }
}
