using System.Buffers;
using System.Text;
using System.Xml.Linq;
using CsCheck;

namespace Claviger.Aws.Tests;

public sealed class ResponseXmlTests
{
    [Theory]
    [InlineData("a<b>&\"c\"'", "a&lt;b&gt;&amp;&quot;c&quot;'")]
    [InlineData("tab\tline\nreturn\r", "tab\tline\nreturn&#xD;")]
    [InlineData("é日𝒜", "é日𝒜")]
    [InlineData("\0\u0001\u001F\u007F", "\uFFFD\uFFFD\uFFFD\u007F")]
    [InlineData("\uFFFE\uFFFF", "\uFFFD\uFFFD")]
    [InlineData("", "")]
    public void Escapes_text(string text, string written) => Assert.Equal($"<A>{written}</A>", Written(xml => xml.Element("A"u8, text)));

    [Fact]
    public void A_lone_half_of_a_pair_is_replaced()
    {
        Assert.Equal("<A>a\uFFFDb</A>", Written(xml => xml.Element("A"u8, "a\uD835b")));
        Assert.Equal("<A>\uFFFD</A>", Written(xml => xml.Element("A"u8, "\uDC9C")));
    }

    [Fact]
    public void Every_text_gives_a_document_that_parses_to_it() => Gen.String.Sample(text =>
    {
        XElement parsed = XElement.Parse(Written(xml => xml.Element("A"u8, text)), LoadOptions.PreserveWhitespace);
        Assert.Equal(Replaced(text), parsed.Value);
    }, iter: 5_000);

    [Fact]
    public void Writes_values_in_their_forms()
    {
        Assert.Equal("<A>-2147483648</A>", Written(xml => xml.Element("A"u8, int.MinValue)));
        Assert.Equal("<A>true</A><A>false</A>", Written(xml =>
        {
            xml.Element("A"u8, true);
            xml.Element("A"u8, false);
        }));
        Assert.Equal("<A>2026-11-24T06:19:00Z</A>", Written(xml => xml.Element("A"u8, new DateTimeOffset(2026, 11, 24, 8, 19, 0, 999, TimeSpan.FromHours(2)))));
        Assert.Equal("<A>AP8B</A>", Written(xml => xml.Element("A"u8, new ReadOnlyMemory<byte>([0, 255, 1]))));
    }

    [Fact]
    public void Leaves_out_what_is_null() => Assert.Equal("", Written(xml =>
    {
        xml.Element("A"u8, (string?)null);
        xml.Element("A"u8, (int?)null);
        xml.Element("A"u8, (bool?)null);
        xml.Element("A"u8, (DateTimeOffset?)null);
        xml.Element("A"u8, (ReadOnlyMemory<byte>?)null);
        xml.Structure("A"u8, null);
        xml.List("A"u8, "member"u8, null);
        xml.Map("A"u8, (IReadOnlyDictionary<string, string>?)null);
    }));

    [Fact]
    public void An_empty_collection_is_an_empty_element()
    {
        Assert.Equal("<A/>", Written(xml => xml.List("A"u8, "member"u8, [])));
        Assert.Equal("<A/>", Written(xml => xml.Map("A"u8, new Dictionary<string, int>())));
    }

    [Fact]
    public void Writes_collections()
    {
        Assert.Equal("<A><member>x</member><member>y</member></A>", Written(xml => xml.List("A"u8, "member"u8, ["x", "y"])));
        Assert.Equal(
            "<A><entry><key>k</key><value>1</value></entry></A>", Written(xml => xml.Map("A"u8, new Dictionary<string, int> { ["k"] = 1 })));
    }

    private static string Replaced(string text)
    {
        var replaced = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isAllowed = rune.Value is 9 or 10 or 13 or (>= 0x20 and not (0xFFFE or 0xFFFF));
            replaced.Append(isAllowed ? rune.ToString() : "\uFFFD");
        }

        return replaced.ToString();
    }

    private static string Written(Action<ResponseXml> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(new ResponseXml(output));
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
