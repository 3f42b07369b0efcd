namespace Claviger.Catalogue.Tests;

public sealed class GlobTests
{
    [Theory]
    [InlineData("*", "", true)]
    [InlineData("*", "a*b", true)]
    [InlineData("a*", "a", true)]
    [InlineData("a*c", "abc", true)]
    [InlineData("a*c", "a?c", true)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "a?c", true)]
    [InlineData("a?c", "a*c", false)]
    [InlineData("abc", "a?c", false)]
    [InlineData("abc", "a*c", false)]
    [InlineData("*b*", "aabaa", true)]
    [InlineData("a*b", "a*bc", false)]
    [InlineData("", "*", false)]
    public void One_pattern_covers_another_if_it_matches_all_that_the_other_matches(string whole, string part, bool covers) =>
        Assert.Equal(covers, Glob.Covers(whole, part, ignoreCase: false));

    [Theory]
    [InlineData("*", "", true)]
    [InlineData("a*", "*b", true)]
    [InlineData("a*", "b*", false)]
    [InlineData("a?", "?b", true)]
    [InlineData("a?", "ab?", false)]
    [InlineData("a*b*c", "a?c", true)]
    [InlineData("a*b*c", "abc", true)]
    [InlineData("a*b*c", "?b", false)]
    [InlineData("?*", "", false)]
    [InlineData("role/?*", "role/a*", true)]
    [InlineData("role/?*", "user/*", false)]
    [InlineData("ABC", "abc", true)]
    public void Two_patterns_overlap_if_some_text_is_matched_by_both(string a, string b, bool overlap)
    {
        Assert.Equal(overlap, Glob.Overlaps(a, b, ignoreCase: true));
        Assert.Equal(overlap, Glob.Overlaps(b, a, ignoreCase: true));
    }

    [Theory]
    [InlineData("GetObjekt", "GetObject")]
    [InlineData("getobject", "GetObject")]
    [InlineData("GteObject", "GetObject")]
    [InlineData("PutObjectt", "PutObject")]
    [InlineData("Completely", null)]
    public void The_nearest_word_is_the_one_of_the_fewest_slips(string word, string? nearest) =>
        Assert.Equal(nearest, Nearest.To(word, ["GetObject", "PutObject", "GetObjectAcl"]));
}
