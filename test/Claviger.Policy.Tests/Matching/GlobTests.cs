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
    [InlineData("*a?b??*", "aabacbxy", true)]
    [InlineData("*a?b??*", "xaabx", false)]
    [InlineData("*??a?b*", "xa-b", false)]
    [InlineData("*??a?b*", "xa-bya-b", true)]
    [InlineData("*a?b*", "a\U0001F511b", true)]
    [InlineData("*a??b*", "a\U0001F511b", false)]
    [InlineData("*\U0001F511?b*", "\U0001F511\U0001F511b", true)]
    [InlineData("*a?b*", "axb", true)]
    [InlineData("*a?\uFFFFb*", "-ax\uFFFFb", true)]
    [InlineData("*\u007F?\u00FEa\u00E0\u0163*", "-\u007F-\u00FEa\u00E0\u0163", true)]
    [InlineData("*\u007F?\u00FEa\u00E0\u0163*", "-\u007F-\u00FEa\u00E0\u00E0", false)]
    [InlineData("*\u007F?\u00FEa\u00E0\u0163*", "-\u007F-\u007Fa\u00E0\u0163", false)]
    [InlineData("*???*", "ab", false)]
    [InlineData("*???*", "abc", true)]
    public void Matches_whole_texts(string pattern, string text, bool matches) => Assert.Equal(matches, IsMatch(pattern, text));

    [Fact]
    public void Agrees_with_a_literal_reading_of_the_rules()
    {
        var pattern = Gen.OneOf<string>("a", "b", "*", "?", "\U0001F511").Array[0, 9].Select(string.Concat);
        var text = Gen.OneOf<string>("a", "b", "a", "b", "\U0001F511").Array[0, 12].Select(string.Concat);

        Gen.Select(pattern, text).Sample((p, t) => Assert.Equal(Literally(p, t), IsMatch(p, t)), iter: 5_000);
    }

    [Fact]
    public void Agrees_with_a_literal_reading_on_parts_longer_than_a_machine_word()
    {
        // Much of one character, so that parts nearly fit almost everywhere and some do.
        var part = Gen.Frequency((60, Gen.Const("a")), (40, Gen.Const("?")), (1, Gen.Const("b")), (1, Gen.Const("\U0001F511"))).Array[0, 200].Select(string.Concat);
        var text = Gen.Frequency((60, Gen.Const("a")), (1, Gen.Const("b")), (1, Gen.Const("\U0001F511"))).Array[0, 700].Select(string.Concat);
        var fits = 0;

        Gen.Select(part, part, text).Sample(
            (one, two, t) =>
            {
                var p = $"*{one}*{two}*";
                Assert.Equal(Literally(p, t), IsMatch(p, t));
                fits += IsMatch(p, t) ? 1 : 0;
            },
            iter: 400,
            threads: 1);
        Assert.InRange(fits, 20, 380);
    }

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    [InlineData(129)]
    public void A_part_with_single_wildcards_is_found_at_every_place(int length)
    {
        var part = "x" + new string('?', length - 2) + "y";
        var text = new string('-', 70) + "x" + new string('-', length - 2) + "y" + new string('-', 5);

        Assert.True(IsMatch($"*{part}*", text));
        Assert.True(IsMatch($"*{part}*-----", text));
        Assert.False(IsMatch($"*{part}*------", text));
        Assert.False(IsMatch($"*{part}*y*", text));
    }

    [Fact]
    public void A_part_of_many_different_characters_is_told_from_one_that_differs_in_the_last()
    {
        var many = string.Concat(Enumerable.Range(0x400, 62).Select(c => (char)c));

        Assert.True(IsMatch($"*{many}?z*", $"{many}{many}-z"));
        Assert.False(IsMatch($"*{many}?z*", $"{many}{many}-y"));
        Assert.False(IsMatch($"*{many}?z*", $"{many}{many[..^1]}--z"));
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

    // reached[t] says that the pattern so far fits the first t characters.
    private static bool Literally(string pattern, string text)
    {
        var characters = text.EnumerateRunes().ToArray();
        var reached = new bool[characters.Length + 1];
        reached[0] = true;
        foreach (var unit in pattern.EnumerateRunes())
        {
            var next = new bool[reached.Length];
            for (var t = 0; t < reached.Length; t++)
            {
                next[t] = unit.Value == '*'
                    ? reached[t] || (t > 0 && next[t - 1])
                    : t > 0 && reached[t - 1] && (unit.Value == '?' || unit == characters[t - 1]);
            }

            reached = next;
        }

        return reached[^1];
    }
}
