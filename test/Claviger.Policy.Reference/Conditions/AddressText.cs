using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Claviger.Policy.Reference;

/// <summary>IP addresses and ranges (6.6). An address is its family's bits and its value.</summary>
internal static partial class AddressText
{
    public static bool IsAddress(string text) => Read(text) is not null;

    public static Comparison Compare(string policy, string request)
    {
        var slash = policy.IndexOf('/', StringComparison.Ordinal);
        var range = Read(slash < 0 ? policy : policy[..slash]);
        var asked = Read(request);
        if (range is not { } network || asked is not { } address)
        {
            return Comparison.Malformed;
        }

        // 6.6.1
        var prefix = network.Bits;
        if (slash >= 0 && (!Prefix().IsMatch(policy[(slash + 1)..])
            || (prefix = int.Parse(policy[(slash + 1)..], CultureInfo.InvariantCulture)) > network.Bits))
        {
            return Comparison.Malformed;
        }

        // 6.6.3, 6.6.5, then 6.6.2: the bits behind the prefix do not count.
        var behind = network.Bits - prefix;
        return network.Bits == address.Bits && network.Value >> behind == address.Value >> behind ? Comparison.Equal : Comparison.Different;
    }

    private static (int Bits, BigInteger Value)? Read(string text)
    {
        if (!text.Contains(':', StringComparison.Ordinal))
        {
            return ReadFour(text) is { } four ? (32, four) : null;
        }

        // 6.6.4: an embedded IPv4 address is two groups.
        var tail = text[(text.LastIndexOf(':') + 1)..];
        if (tail.Contains('.', StringComparison.Ordinal))
        {
            if (ReadFour(tail) is not { } four)
            {
                return null;
            }

            text = text[..^tail.Length] + $"{(int)(four >> 16):x}:{(int)(four & 0xffff):x}";
        }

        // At most one run of zeros is left out, and it is one group at least.
        var halves = text.Split("::");
        var left = Groups(halves[0]);
        var right = halves.Length == 2 ? Groups(halves[1]) : [];
        var missing = 8 - left.Length - right.Length;
        if (halves.Length > 2 || (halves.Length == 2 ? missing < 1 : missing != 0))
        {
            return null;
        }

        string[] groups = [.. left, .. Enumerable.Repeat("0", missing), .. right];
        return groups.All(group => Group().IsMatch(group))
            ? (128, groups.Aggregate(BigInteger.Zero, (value, group) => (value << 16) + int.Parse(group, NumberStyles.HexNumber, CultureInfo.InvariantCulture)))
            : null;

        static string[] Groups(string half) => half.Length == 0 ? [] : half.Split(':');
    }

    // 6.6.6
    private static BigInteger? ReadFour(string text)
    {
        var octets = text.Split('.');
        return octets.Length == 4 && octets.All(octet => Octet().IsMatch(octet) && int.Parse(octet, CultureInfo.InvariantCulture) <= 255)
            ? octets.Aggregate(BigInteger.Zero, (value, octet) => (value << 8) + int.Parse(octet, CultureInfo.InvariantCulture))
            : null;
    }

    [GeneratedRegex(@"\A(0|[1-9][0-9]{0,2})\z")]
    private static partial Regex Octet();

    [GeneratedRegex(@"\A[0-9a-fA-F]{1,4}\z")]
    private static partial Regex Group();

    [GeneratedRegex(@"\A[0-9]{1,3}\z")]
    private static partial Regex Prefix();
}
