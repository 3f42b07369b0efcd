using System.Globalization;

namespace Claviger.Policy;

/// <summary>The addresses that share a prefix.</summary>
internal readonly record struct IpNetwork(IpBits Start, int PrefixLength)
{
    /// <summary>Reads <c>address</c> or <c>address/prefix</c>; bits behind the prefix make no difference.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out IpNetwork network)
    {
        network = default;
        var slash = text.IndexOf('/');
        if (!IpBits.TryParse(slash < 0 ? text : text[..slash], out var address))
        {
            return false;
        }

        var prefix = address.Length;
        if (slash >= 0 && !(!text[(slash + 1)..].ContainsAnyExcept(AsciiSets.Digits) && int.TryParse(text[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out prefix) && prefix <= address.Length))
        {
            return false;
        }

        network = new(address, prefix);
        return true;
    }

    /// <summary>Whether an address has the prefix; one of the other family never has.</summary>
    public bool Contains(IpBits address)
    {
        var free = Start.Length - PrefixLength;
        // Shifting 128 bits by 128 would shift by none.
        return address.IsV6 == Start.IsV6 && (free == 128 || address.Bits >> free == Start.Bits >> free);
    }
}
