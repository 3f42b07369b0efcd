using System.Buffers;
using System.Globalization;
using System.Text;

namespace Claviger.Aws;

/// <summary>A set of characters that strings are made of: a pattern such as <c>[\w+=,.@-]+</c>.</summary>
public sealed class CharacterSet
{
    private readonly SearchValues<char> _listed;
    private readonly bool _lettersSeparatorsNumbers;
    private readonly bool _mayBeEmpty;

    /// <param name="ranges">First and last character of each range, one after the other.</param>
    /// <param name="mayBeEmpty">Whether the empty string matches: <c>*</c> rather than <c>+</c>.</param>
    /// <param name="lettersSeparatorsNumbers">Whether <c>\p{L}\p{Z}\p{N}</c> are in the set, of all planes.</param>
    internal CharacterSet(string ranges, bool mayBeEmpty, bool lettersSeparatorsNumbers = false)
    {
        var listed = new List<char>();
        for (int i = 0; i < ranges.Length; i += 2)
        {
            for (int c = ranges[i]; c <= ranges[i + 1]; c++)
            {
                listed.Add((char)c);
            }
        }

        if (lettersSeparatorsNumbers)
        {
            // The common ones, so that most strings need no look at the Unicode tables.
            listed.AddRange("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 ");
        }

        _listed = SearchValues.Create([.. listed]);
        _mayBeEmpty = mayBeEmpty;
        _lettersSeparatorsNumbers = lettersSeparatorsNumbers;
    }

    /// <summary>Whether all of a string's characters are in the set.</summary>
    public bool Holds(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty)
        {
            return _mayBeEmpty;
        }

        int other = value.IndexOfAnyExcept(_listed);
        return other < 0 || (_lettersSeparatorsNumbers && HoldsAll(value[other..]));
    }

    private bool HoldsAll(ReadOnlySpan<char> value)
    {
        foreach (Rune rune in value.EnumerateRunes())
        {
            bool listed = rune.IsBmp && _listed.Contains((char)rune.Value);
            if (!listed && !IsLetterSeparatorOrNumber(Rune.GetUnicodeCategory(rune)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLetterSeparatorOrNumber(UnicodeCategory category) => category
        is >= UnicodeCategory.UppercaseLetter and <= UnicodeCategory.OtherLetter
        or >= UnicodeCategory.DecimalDigitNumber and <= UnicodeCategory.ParagraphSeparator;
}
