using System.Globalization;

namespace Claviger.Policy.Tests;

public sealed class IpBitsTests
{
    [Theory]
    [InlineData("::", "0")]
    [InlineData("::1", "1")]
    [InlineData("1::", "00010000000000000000000000000000")]
    [InlineData("1::8", "00010000000000000000000000000008")]
    [InlineData("1:2:3::7:8", "00010002000300000000000000070008")]
    [InlineData("1:2:3:4:5:6:7:8", "00010002000300040005000600070008")]
    [InlineData("1:2:3:4:5:6:7::", "00010002000300040005000600070000")]
    [InlineData("::2:3:4:5:6:7:8", "00000002000300040005000600070008")]
    [InlineData("2001:DB8::0A", "20010db800000000000000000000000a")]
    [InlineData("::1.2.3.4", "01020304")]
    [InlineData("::ffff:1.2.3.4", "ffff01020304")]
    [InlineData("1::1.2.3.4", "00010000000000000000000001020304")]
    [InlineData("1:2:3:4:5:6:255.254.253.252", "000100020003000400050006fffefdfc")]
    public void An_IPv6_address_has_these_bits(string text, string hex)
    {
        Assert.True(IpBits.TryParse(text, out var address));
        Assert.Equal(new IpBits(UInt128.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture), IsV6: true), address);
    }

    [Theory]
    [InlineData("1:2:3:4:5:6:7:1.2.3.4")]
    [InlineData("1:2:3:4:5:1.2.3.4")]
    [InlineData("1:2:3:4:5:6::1.2.3.4")]
    [InlineData("1:2:3:4:5:6:7:8::")]
    [InlineData("::1:2:3:4:5:6:7:8")]
    [InlineData("1.2.3.4:1:2:3:4:5:6")]
    [InlineData(":1:2:3:4:5:6:7:8")]
    [InlineData("1:2:3:4:5:6:7:8:")]
    [InlineData("1.2.3.4.::")]
    [InlineData("::256.1.1.1")]
    public void An_address_with_too_many_or_too_few_groups_is_none(string text) => Assert.False(IpBits.TryParse(text, out _));

    [Theory]
    [InlineData("10.0.0.1/32", "10.0.0.1", true)]
    [InlineData("10.0.0.1/32", "10.0.0.0", false)]
    [InlineData("10.0.0.1", "10.0.0.1", true)]
    [InlineData("10.0.0.1", "10.0.0.2", false)]
    [InlineData("2001:db8::1/128", "2001:db8::1", true)]
    [InlineData("2001:db8::1/128", "2001:db8::", false)]
    [InlineData("2001:db8::/32", "2001:db8:ffff::", true)]
    [InlineData("2001:db8::/32", "2001:db9::", false)]
    [InlineData("::/0", "ffff::", true)]
    [InlineData("::/0", "1.2.3.4", false)]
    [InlineData("0.0.0.0/0", "255.1.2.3", true)]
    [InlineData("10.0.0.0/33", "10.0.0.0", false)]
    [InlineData("2001:db8::/129", "2001:db8::", false)]
    [InlineData("10.0.0.0/", "10.0.0.0", false)]
    [InlineData("/8", "10.0.0.0", false)]
    public void A_network_contains_the_addresses_with_its_prefix(string network, string text, bool contains)
    {
        Assert.True(IpBits.TryParse(text, out var address));
        Assert.Equal(contains, IpNetwork.TryParse(network, out var parsed) && parsed.Contains(address));
    }
}
