using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Claviger.Policy;

/// <summary>An IP address as a number. IPv4 mapped into IPv6 stays IPv6.</summary>
internal readonly record struct IpBits(UInt128 Bits, bool IsV6)
{
    private const int V6Groups = 8;

    /// <summary>How many bits an address of the family has.</summary>
    public int Length => IsV6 ? 128 : 32;

    public static IpBits Of(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? new(BinaryPrimitives.ReadUInt128BigEndian(bytes), IsV6: true)
            : new(BinaryPrimitives.ReadUInt32BigEndian(bytes), IsV6: false);
    }

    /// <summary>Reads an address in its textual form; IPv4 only with four decimal parts without leading zeros, IPv6 without zone.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out IpBits address)
    {
        if (text.Contains(':'))
        {
            address = TryParseV6(text, out var bits) ? new(bits, IsV6: true) : default;
            return address.IsV6;
        }

        var isV4 = TryParseV4(text, out var v4);
        address = new(v4, IsV6: false);
        return isV4;
    }

    private static bool TryParseV4(ReadOnlySpan<char> text, out uint bits)
    {
        bits = 0;
        Span<Range> parts = stackalloc Range[5];
        if (text.Split(parts, '.') != 4)
        {
            return false;
        }

        foreach (var part in parts[..4])
        {
            var digits = text[part];
            if (digits.Length is 0 or > 3 || (digits.Length > 1 && digits[0] == '0') || digits.ContainsAnyExcept(AsciiSets.Digits)
                || !byte.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var octet))
            {
                return false;
            }

            bits = (bits << 8) | octet;
        }

        return true;
    }

    private static bool TryParseV6(ReadOnlySpan<char> text, out UInt128 bits)
    {
        bits = 0;
        var gap = text.IndexOf("::");
        if (gap < 0)
        {
            return TryParseGroups(text, out bits, out var all) && all == V6Groups;
        }

        var left = text[..gap];
        var right = text[(gap + 2)..];
        UInt128 high = 0;
        UInt128 low = 0;
        var before = 0;
        var after = 0;
        if ((!left.IsEmpty && (left.Contains('.') || !TryParseGroups(left, out high, out before)))
            || (!right.IsEmpty && !TryParseGroups(right, out low, out after))
            || before + after >= V6Groups)
        {
            return false;
        }

        bits = (before == 0 ? 0 : high << (16 * (V6Groups - before))) | low;
        return true;
    }

    /// <summary>Reads groups of up to four hexadecimal digits, the last two of which may be written as IPv4.</summary>
    private static bool TryParseGroups(ReadOnlySpan<char> text, out UInt128 bits, out int count)
    {
        bits = 0;
        count = 0;
        while (true)
        {
            var colon = text.IndexOf(':');
            var group = colon < 0 ? text : text[..colon];
            if (colon < 0 && group.Contains('.'))
            {
                var isV4 = TryParseV4(group, out var v4);
                bits = (bits << 32) | v4;
                count += 2;
                return isV4 && count <= V6Groups;
            }

            if (group.Length is 0 or > 4 || ++count > V6Groups || group.ContainsAnyExcept(AsciiSets.HexDigits)
                || !ushort.TryParse(group, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number))
            {
                return false;
            }

            bits = (bits << 16) | number;
            if (colon < 0)
            {
                return true;
            }

            text = text[(colon + 1)..];
        }
    }
}
