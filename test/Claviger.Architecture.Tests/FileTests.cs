using System.Text.RegularExpressions;

namespace Claviger.Architecture.Tests;

public sealed partial class FileTests
{
    private const int MostLines = 400;

    private static readonly string[] EmptyWords =
        ["Manager", "Helper", "Helpers", "Util", "Utils", "Common", "Base", "Impl", "Info", "Data", "Processor", "Wrapper", "Misc"];

    // AWS's own names for operations: a file is named as AWS names the call.
    private static readonly string[] WordsOfAws = ["GetAccessKeyInfo", "GetOutboundWebIdentityFederationInfo"];

    [Fact]
    public void No_file_is_longer_than_400_lines()
    {
        var long_ = Checkout.Sources.Select(file => (file, Lines: Checkout.Read(file).Count(character => character == '\n')))
            .Where(file => file.Lines > MostLines);
        Assert.Empty(long_);
    }

    [Fact]
    public void A_file_has_one_public_type_at_most()
    {
        var crowded = Checkout.Sources
            .Select(file => (file, Public: string.Join(' ', Declarations.Of(Checkout.Read(file)).Where(type => type.IsPublic).Select(type => type.Name).Distinct())))
            .Where(file => file.Public.Contains(' ', StringComparison.Ordinal));
        Assert.Empty(crowded);
    }

    [Fact]
    public void A_file_bears_the_name_of_its_type()
    {
        var misnamed = Checkout.Sources
            .Select(file => (file, Types: Declarations.Of(Checkout.Read(file)).Select(type => type.Name).ToList()))
            .Where(file => file.Types.Count > 0 && !file.Types.Contains(Path.GetFileName(file.file).Split('.')[0]));
        Assert.Empty(misnamed);
    }

    [Fact]
    public void No_type_is_named_by_a_word_that_says_nothing()
    {
        var vague = Checkout.Sources
            .SelectMany(file => Declarations.Of(Checkout.Read(file)).Select(type => (file, type.Name)))
            .Where(type => !WordsOfAws.Any(word => type.Name.StartsWith(word, StringComparison.Ordinal)))
            .Where(type => Word().Matches(type.Name).Any(word => EmptyWords.Contains(word.Value)));
        Assert.Empty(vague);
    }

    [Theory, MemberData(nameof(Rooms.Names), MemberType = typeof(Rooms))]
    public void A_room_has_one_namespace(string room)
    {
        var strangers = Checkout.Sources
            .Where(file => file.StartsWith($"src/Claviger.{room}/", StringComparison.Ordinal))
            .Select(file => (file, Namespace: Namespace().Match(Checkout.Read(file)).Groups[1].Value))
            .Where(file => file.Namespace.Length > 0 && file.Namespace != $"Claviger.{room}");
        Assert.Empty(strangers);
    }

    [GeneratedRegex("[A-Z][a-z0-9]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
