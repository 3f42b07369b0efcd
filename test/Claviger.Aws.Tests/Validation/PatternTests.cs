using System.Text;
using System.Text.RegularExpressions;
using Claviger.Aws.Shapes.Iam;
using Claviger.Aws.Shapes.Sts;
using CsCheck;

namespace Claviger.Aws.Tests;

public sealed class PatternTests
{
    [Theory]
    [InlineData("-a")]
    [InlineData("a--b")]
    [InlineData("ab-")]
    [InlineData("Abc")]
    [InlineData("ab")]
    public void Refuses_account_aliases(string alias) => Assert.False(IamConstraints.AccountAliasType.Allows(alias));

    [Theory]
    [InlineData("abc")]
    [InlineData("a-b-c")]
    public void Takes_account_aliases(string alias) => Assert.True(IamConstraints.AccountAliasType.Allows(alias));

    [Theory]
    [InlineData("/", true)]
    [InlineData("/a/", true)]
    [InlineData("/a//b/", true)]
    [InlineData("//", false)]
    [InlineData("/a", false)]
    [InlineData("a/", false)]
    [InlineData("/a b/", false)]
    [InlineData("/é/", false)]
    [InlineData("/a/\n", false)]
    public void Knows_paths(string path, bool isOne) => Assert.Equal(isOne, IamConstraints.PathType.Allows(path));

    [Theory]
    [InlineData("/", true)]
    [InlineData("/a/b/", true)]
    [InlineData("/a//b/", false)]
    [InlineData("/a!/", false)]
    public void Knows_the_stricter_paths_of_policies(string path, bool isOne) => Assert.Equal(isOne, IamConstraints.PolicyPathType.Allows(path));

    [Theory]
    [InlineData("v1", true)]
    [InlineData("v12.a-b", true)]
    [InlineData("v0", false)]
    [InlineData("v1.a_b", false)]
    [InlineData("v1\n", false)]
    [InlineData("v١", false)]
    public void Knows_policy_versions(string version, bool isOne) => Assert.Equal(isOne, IamConstraints.PolicyVersionIdType.Allows(version));

    [Theory]
    [InlineData("123456", true)]
    [InlineData("١٢٣٤٥٦", false)]
    public void A_digit_is_one_of_ASCII(string code, bool isOne) => Assert.Equal(isOne, IamConstraints.AuthenticationCodeType.Allows(code));

    [Fact]
    public void A_path_of_a_policy_that_never_ends_is_decided_in_linear_time() =>
        Assert.False(IamConstraints.PolicyPathType.HasRightCharacters(string.Concat(Enumerable.Repeat("/aaaaaaaaaa", 10_000)) + "!"));

    [Fact]
    public void Sets_of_characters_hold_what_the_same_expression_matches()
    {
        AssertSame(IamConstraints.TagKeyType, @"\A[\p{L}\p{Z}\p{N}_.:/=+\-@]+\z");
        AssertSame(IamConstraints.TagValueType, @"\A[\p{L}\p{Z}\p{N}_.:/=+\-@]*\z");
        AssertSame(IamConstraints.UserNameType, @"\A[a-zA-Z0-9_+=,.@-]+\z");
        AssertSame(IamConstraints.PolicyDocumentType, @"\A[\u0009\u000A\u000D\u0020-\u00FF]+\z");
        AssertSame(IamConstraints.RoleDescriptionType, @"\A[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*\z");
        AssertSame(IamConstraints.MarkerType, @"\A[\u0020-\u00FF]+\z");
        AssertSame(StsConstraints.ExternalIdType, @"\A[a-zA-Z0-9_+=,.@:/-]*\z");
        AssertSame(StsConstraints.ArnType, @"\A[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+\z");
    }

    // .NET's expressions know characters of the basic plane only; every one of those is tried, and then strings of them.
    private static void AssertSame(StringConstraint constraint, string expression)
    {
        var regex = new Regex(expression, RegexOptions.CultureInvariant);
        for (int c = 0; c <= char.MaxValue; c++)
        {
            string text = ((char)c).ToString();
            Assert.True(regex.IsMatch(text) == constraint.HasRightCharacters(text), $"U+{c:X4} in {expression}");
        }

        Gen.String[Gen.Char["aZ_09+=,.@-:/é日 \t\n\u0085\u00A0\u00FF\u0100!"], 0, 12].Sample(text => regex.IsMatch(text) == constraint.HasRightCharacters(text));
    }

    [Fact]
    public void Letters_beyond_the_basic_plane_are_letters()
    {
        Assert.True(IamConstraints.TagKeyType.Allows("𝒜"));
        Assert.False(IamConstraints.TagKeyType.Allows("😀"));
        Assert.False(IamConstraints.TagKeyType.Allows("\uD835"));
        Assert.True(Rune.IsLetter(new Rune(0x1D49C)));
    }
}
