using System.Text.RegularExpressions;

namespace Claviger.Architecture.Tests;

public sealed partial class TextTests
{
    // What is looked for is spelt so that this file doesn't hold it.
    private static readonly string[] Unfinished = ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "NotImplemented" + "Exception", "#" + "region"];

    [Fact]
    public void Nothing_is_left_open_in_the_code()
    {
        var open = from file in Checkout.Sources
                   let text = Checkout.Read(file)
                   from word in Unfinished
                   where Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(word)}(?!\w)")
                   select (file, word);
        Assert.Empty(open);
    }

    [Fact]
    public void No_test_is_skipped()
    {
        Assert.DoesNotContain(Checkout.Sources, file => Skipped().IsMatch(Checkout.Read(file)));
    }

    [Fact]
    public void No_text_holds_a_path_of_the_machine_that_it_was_written_on()
    {
        var personal = from file in Checkout.Files
                       where !file.EndsWith(".blocks", StringComparison.Ordinal)
                       let match = PathOfAMachine().Match(Checkout.Read(file))
                       where match.Success
                       select (file, match.Value);
        Assert.Empty(personal);
    }

    [Fact]
    public void No_lock_file_names_a_registry()
    {
        var named = Checkout.Files.Where(file => Path.GetFileName(file) is "package-lock.json" or "packages.lock.json")
            .Where(file => Checkout.Read(file).Contains("\"resolved\": \"http", StringComparison.Ordinal));
        Assert.Empty(named);
    }

    [GeneratedRegex(@"\b(Skip|SkipUnless|SkipWhen|SkipExceptions)\s*=\s*[""n]")]
    private static partial Regex Skipped();

    [GeneratedRegex(@"(?<![\w.\-/$}])/(?:wo" + @"rk|fa" + @"rm|ro" + @"ot|ho" + @"me/[a-z]+)/[A-Za-z.]|bash_" + "jobs")]
    private static partial Regex PathOfAMachine();
}
