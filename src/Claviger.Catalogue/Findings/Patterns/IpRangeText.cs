using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Claviger.Catalogue;

/// <summary>An IP address or range as a condition's value has it.</summary>
internal sealed record IpRangeText(IPAddress Address, int PrefixLength)
{
    private static readonly IPNetwork[] Private =
    [
        IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("fc00::/7"), IPNetwork.Parse("fe80::/10"), IPNetwork.Parse("::1/128"),
    ];

    private int MaxPrefixLength => Address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;

    /// <summary>The range with the bits after the prefix cleared, in the usual spelling.</summary>
    public string Canonical => string.Create(CultureInfo.InvariantCulture, $"{Masked()}/{PrefixLength}");

    /// <summary>Whether bits after the prefix are set, which are ignored.</summary>
    public bool HasHostBits => !Masked().Equals(Address);

    /// <summary>Whether no address in it comes from the internet.</summary>
    public bool IsPrivate => Private.Any(p => p.BaseAddress.AddressFamily == Address.AddressFamily && p.PrefixLength <= PrefixLength && p.Contains(Address));

    /// <summary>Whether every address of its family is in it.</summary>
    public bool IsEverything => PrefixLength == 0;

    public static IpRangeText? Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var address = slash < 0 ? text : text[..slash];

        // The parser of the framework also reads 10.1 and 0x0a000001: an IPv4 address here has four decimal numbers.
        var isWritten = address.Contains(':', StringComparison.Ordinal) || address.Count(c => c == '.') == 3;
        if (!isWritten || address.AsSpan().ContainsAny("[]%xX") || !IPAddress.TryParse(address, out var parsed))
        {
            return null;
        }

        var range = new IpRangeText(parsed, 0);
        if (slash < 0)
        {
            return range with { PrefixLength = range.MaxPrefixLength };
        }

        return int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length <= range.MaxPrefixLength
            ? range with { PrefixLength = length }
            : null;
    }

    private IPAddress Masked()
    {
        var bytes = Address.GetAddressBytes();
        for (var bit = PrefixLength; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        }

        return new IPAddress(bytes);
    }
}
