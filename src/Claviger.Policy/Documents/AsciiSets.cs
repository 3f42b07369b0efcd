using System.Buffers;

namespace Claviger.Policy;

/// <summary>Sets of characters that names are made of.</summary>
internal static class AsciiSets
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public static readonly SearchValues<char> LettersAndDigits = SearchValues.Create(Letters + "0123456789");

    public static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    public static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789ABCDEFabcdef");

    /// <summary>What the service prefix of an action may hold; wildcards are a glob on it.</summary>
    public static readonly SearchValues<char> Vendor = SearchValues.Create(Letters + "0123456789-._*?");

    /// <summary>What a unique id, a service's name or a provider's may hold.</summary>
    public static readonly SearchValues<char> Host = SearchValues.Create(Letters + "0123456789-._/:@+=,~");
}
