namespace Claviger.Policy.Tests;

public sealed class PolicyVariableTests
{
    private static readonly RequestContext Context = new RequestContext()
        .Set("k", "value").Set("empty", "").Set("list", ContextValue.List(["a"])).Set("yes", ContextValue.Of(true));

    [Theory]
    [InlineData("${k}", "value")]
    [InlineData("${ K }", "value")]
    [InlineData("${k, 'other'}", "value")]
    [InlineData("${gone, 'other'}", "other")]
    [InlineData("${gone, 'it's'}", "it's")]
    [InlineData("${gone, ''}", "")]
    [InlineData("${empty, 'other'}", "other")]
    [InlineData("${list, 'other'}", "other")]
    [InlineData("${yes}", "true")]
    [InlineData("<${k}|${k}>", "<value|value>")]
    [InlineData("${k", "${k")]
    [InlineData("${*}${?}${$}", "*?$")]
    [InlineData("$k{}", "$k{}")]
    public void Comes_to(string text, string value) => Assert.True(IsEqual(text, value));

    [Theory]
    [InlineData("${gone}", true)]
    [InlineData("${empty}", true)]
    [InlineData("${list}", true)]
    [InlineData("${}", false)]
    [InlineData("${ }", false)]
    [InlineData("${, 'x'}", false)]
    [InlineData("${k,'x'}", false)]
    [InlineData("${k, x}", false)]
    [InlineData("${k, 'x}", false)]
    [InlineData("${k, x'}", false)]
    [InlineData("${k, '}", false)]
    [InlineData("${k,  'x'}", false)]
    public void Has_no_value(string text, bool wellFormed)
    {
        Assert.Equal(wellFormed, TextPattern.HasWellFormedVariables(text));
        Assert.False(TextPattern.Compile(text, wildcards: false, variables: true).HasValue(Context));
        Assert.False(IsEqual(text, ""));
        Assert.False(IsEqual(text, text));
    }

    [Fact]
    public void A_default_may_be_empty() => Assert.True(TextPattern.HasWellFormedVariables("${k, ''}"));

    [Fact]
    public void What_stands_before_a_long_value_is_kept_with_its_wildcards()
    {
        var pattern = TextPattern.Compile("ab?${k}*z", wildcards: true, variables: true);
        foreach (var value in new[] { new string('v', 300), new string('w', 700), new string('x', 5_000) })
        {
            var context = new RequestContext().Set("k", value);
            Assert.True(pattern.IsMatch($"ab-{value}--z", context));
            Assert.False(pattern.IsMatch($"cb-{value}--z", context));
            Assert.False(pattern.IsMatch($"ab{value}--z", context));
            Assert.True(TextPattern.Compile("xy${k}", wildcards: false, variables: true).IsEqual("xy" + value, context, StringComparison.Ordinal));
        }
    }

    private static bool IsEqual(string text, string value) =>
        TextPattern.Compile(text, wildcards: false, variables: true).IsEqual(value, Context, StringComparison.Ordinal);
}
