using System.Net;
using CsCheck;

namespace Claviger.Policy.Tests;

/// <summary>A typed value of a key behaves as its text does.</summary>
public sealed class TypedValueTests
{
    public static TheoryData<string, string, bool> Integers => new()
    {
        { "NumericEquals", "3600", true },
        { "NumericLessThan", "3600.5", true },
        { "NumericGreaterThanEquals", "3601", false },
        { "StringEquals", "3600", true },
        { "StringLike", "36*", true },
        { "DateEquals", "1970-01-01T01:00:00Z", true },
        { "Bool", "true", false },
        { "IpAddress", "0.0.0.0/0", false },
        { "Null", "false", true },
    };

    [Theory]
    [MemberData(nameof(Integers))]
    public void An_integer(string name, string wanted, bool holds)
    {
        Assert.Equal(holds, Holds(name, wanted, ContextValue.Of(3600)));
        Assert.Equal(holds, Holds(name, wanted, "3600"));
    }

    [Theory]
    [InlineData("Bool", "TRUE", true)]
    [InlineData("Bool", "false", false)]
    [InlineData("StringEquals", "true", true)]
    [InlineData("NumericEquals", "1", false)]
    [InlineData("DateEquals", "1", false)]
    [InlineData("DateEquals", "0", false)]
    [InlineData("ForAnyValue:Bool", "true", true)]
    public void A_boolean(string name, string wanted, bool holds)
    {
        Assert.Equal(holds, Holds(name, wanted, ContextValue.Of(true)));
        Assert.Equal(holds, Holds(name, wanted, "true"));
    }

    [Theory]
    [InlineData("Bool", "false", true)]
    [InlineData("Bool", "true", false)]
    [InlineData("StringEquals", "false", true)]
    [InlineData("StringEquals", "true", false)]
    public void A_boolean_that_is_false(string name, string wanted, bool holds)
    {
        Assert.Equal(holds, Holds(name, wanted, ContextValue.Of(false)));
        Assert.Equal(holds, Holds(name, wanted, "false"));
    }

    [Theory]
    [InlineData("StringEquals", "2024-01-01T00:00:00.25Z", true)]
    [InlineData("StringEquals", "2024-01-01T00:00:00Z", false)]
    [InlineData("DateGreaterThan", "2024-01-01T00:00:00Z", true)]
    [InlineData("DateEquals", "2024-01-01T00:00:00.250Z", true)]
    public void An_instant_between_two_seconds(string name, string wanted, bool holds)
    {
        Assert.Equal(holds, Holds(name, wanted, ContextValue.Of(new DateTimeOffset(2024, 1, 1, 0, 0, 0, 250, TimeSpan.Zero))));
        Assert.Equal(holds, Holds(name, wanted, "2024-01-01T00:00:00.25Z"));
    }

    [Fact]
    public void Nothing_is_a_missing_value()
    {
        Assert.True(ContextValue.Of((string?)null).IsMissing);
        Assert.True(ContextValue.Of((IPAddress?)null).IsMissing);
        Assert.Equal("", ContextValue.Missing.ToString());
        Assert.Empty(ContextValue.Of("text").Values);
        Assert.Equal("[a, b]", ContextValue.List(["a", "b"]).ToString());
        Assert.Throws<ArgumentNullException>(() => ContextValue.List(null!));
    }

    [Theory]
    [InlineData("IpAddress", "203.0.113.0/24", true)]
    [InlineData("NotIpAddress", "2001:db8::/32", true)]
    [InlineData("StringEquals", "203.0.113.7", true)]
    [InlineData("NumericNotEquals", "1", false)]
    public void An_address(string name, string wanted, bool holds)
    {
        Assert.Equal(holds, Holds(name, wanted, ContextValue.Of(IPAddress.Parse("203.0.113.7"))));
        Assert.Equal(holds, Holds(name, wanted, "203.0.113.7"));
    }

    [Theory]
    [InlineData("DateEquals", "2024-01-01T00:00:00Z", true)]
    [InlineData("DateGreaterThan", "1704067199", true)]
    [InlineData("StringEquals", "2024-01-01T00:00:00Z", true)]
    [InlineData("NumericGreaterThan", "0", false)]
    public void An_instant(string name, string wanted, bool holds)
    {
        var instant = new DateTimeOffset(2024, 1, 1, 1, 0, 0, TimeSpan.FromHours(1));

        Assert.Equal(holds, Holds(name, wanted, ContextValue.Of(instant)));
        Assert.Equal(holds, Holds(name, wanted, "2024-01-01T00:00:00Z"));
    }

    [Fact]
    public void Any_IPv6_address_equals_itself_in_every_spelling() => Gen.Byte.Array[16].Sample(bytes =>
    {
        var address = new IPAddress(bytes);
        Assert.True(IpBits.TryParse(address.ToString(), out var parsed));
        Assert.Equal(IpBits.Of(address), parsed);
        var groups = Enumerable.Range(0, 8).Select(i => Convert.ToHexString(bytes, i * 2, 2));
        Assert.True(IpBits.TryParse(string.Join(':', groups), out parsed));
        Assert.Equal(IpBits.Of(address), parsed);
    });

    [Fact]
    public void Any_instant_equals_itself_however_it_is_spelled() =>
        Gen.DateTimeOffset.Sample(instant =>
        {
            Assert.True(PolicyInstant.TryParse(instant.ToString("O"), out var parsed));
            Assert.Equal(PolicyInstant.Of(instant), parsed);
        });

    [Theory]
    [InlineData("")]
    [InlineData(":")]
    [InlineData(":::")]
    [InlineData("1:2:3:4:5:6:7")]
    [InlineData("1:2:3:4:5:6:7:8:9")]
    [InlineData("1:2:3:4:5:6:7::8")]
    [InlineData("12345::")]
    [InlineData("g::")]
    [InlineData("fe80::1%eth0")]
    [InlineData("[::1]")]
    [InlineData("1.2.3.4::")]
    [InlineData("::1.2.3")]
    [InlineData("1.2.3")]
    [InlineData("1.2.3.4.5")]
    [InlineData("1.2.3.")]
    [InlineData("+1.2.3.4")]
    [InlineData(" 1.2.3.4")]
    [InlineData("0x1.2.3.4")]
    public void Is_no_address(string text) => Assert.False(IpBits.TryParse(text, out _));

    [Theory]
    [InlineData("1e3")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("Infinity")]
    [InlineData("NaN")]
    [InlineData("1_000")]
    [InlineData("٣")]
    public void Is_no_number(string text) => Assert.False(Number.TryParse(text, out _));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("2024-1-1")]
    [InlineData("2024-00-01")]
    [InlineData("2024-01-01T24:00Z")]
    [InlineData("2024-01-01T00")]
    [InlineData("2024-01-01T00:00:00.Z")]
    [InlineData("2024-01-01T00:00:00+1")]
    [InlineData("2024-01-01T00:00:00Zx")]
    [InlineData("2024-01-01 00:00:00Z")]
    [InlineData("0000-01-01")]
    [InlineData("99999999999999999999")]
    public void Is_no_date(string text) => Assert.False(PolicyInstant.TryParse(text, out _));

    private static bool Holds(string name, string wanted, ContextValue actual) =>
        ConditionCompiler.Compile(name, "k", [wanted], variables: true).Holds(new RequestContext().Set("k", actual));
}
