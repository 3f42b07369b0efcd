using System.Buffers;
using System.Globalization;
using System.Text;

namespace Claviger.Aws;

/// <summary>A set of characters that strings are made of: a pattern such as <c>[\w+=,.@-]+</c>.</summary>
public sealed class CharacterSet
{
    private readonly SearchValues<char> _latin;
    private readonly string _ranges;
    private readonly bool _lettersSeparatorsNumbers;
    private readonly bool _mayBeEmpty;

    /// <param name="ranges">First and last character of each range, one after the other.</param>
    /// <param name="mayBeEmpty">Whether the empty string matches: <c>*</c> rather than <c>+</c>.</param>
    /// <param name="lettersSeparatorsNumbers">Whether <c>\p{L}\p{Z}\p{N}</c> are in the set, of all planes.</param>
    internal CharacterSet(string ranges, bool mayBeEmpty, bool lettersSeparatorsNumbers = false)
    {
        _ranges = ranges;
        _mayBeEmpty = mayBeEmpty;
        _lettersSeparatorsNumbers = lettersSeparatorsNumbers;
        _latin = SearchValues.Create([.. Enumerable.Range(0, 256).Select(c => (char)c).Where(c => Holds(new Rune(c)))]);
    }

    /// <summary>Whether all of a string's characters are in the set.</summary>
    public bool Holds(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty)
        {
            return _mayBeEmpty;
        }

        int other = value.IndexOfAnyExcept(_latin);
        return other < 0 || HoldsAll(value[other..]);
    }

    private static bool IsLetterSeparatorOrNumber(UnicodeCategory category) => category
        is >= UnicodeCategory.UppercaseLetter and <= UnicodeCategory.OtherLetter
        or >= UnicodeCategory.DecimalDigitNumber and <= UnicodeCategory.ParagraphSeparator;

    private bool HoldsAll(ReadOnlySpan<char> value)
    {
        while (!value.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(value, out Rune rune, out int length) != OperationStatus.Done || !Holds(rune))
            {
                return false;
            }

            value = value[length..];
        }

        return true;
    }

    private bool Holds(Rune rune)
    {
        for (int i = 0; i < _ranges.Length; i += 2)
        {
            if (rune.Value >= _ranges[i] && rune.Value <= _ranges[i + 1])
            {
                return true;
            }
        }

        return _lettersSeparatorsNumbers && IsLetterSeparatorOrNumber(Rune.GetUnicodeCategory(rune));
    }
}
