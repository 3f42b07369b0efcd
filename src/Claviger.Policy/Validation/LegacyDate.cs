using System.Globalization;

namespace Claviger.Policy;

/// <summary>
/// Dates as AWS takes them when a policy is saved, which is laxer than W3C's profile: years of any length, a time without minutes, a zone
/// without minutes. What is lax in that way is stored, and matches nothing when it is evaluated.
/// </summary>
internal static class LegacyDate
{
    private const int MaxFraction = 9;

    public static bool IsValid(string text)
    {
        var rest = text.AsSpan();
        var negative = TryTake(ref rest, '-');
        if (!rest.IsEmpty && !rest.ContainsAnyExcept(AsciiSets.Digits))
        {
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
        }

        var isDate = TryTakeNumber(ref rest, 1, 9, int.MaxValue)
            && (!TryTake(ref rest, '-') || (TryTakeNumber(ref rest, 1, 2, 12) && (!TryTake(ref rest, '-') || TryTakeNumber(ref rest, 1, 2, 31))));
        if (!isDate || rest.IsEmpty)
        {
            return isDate;
        }

        return TryTake(ref rest, 'T') && (rest.IsEmpty ? !negative : IsTime(rest));
    }

    private static bool IsTime(ReadOnlySpan<char> rest)
    {
        if (!TryTakeNumber(ref rest, 1, 2, 23)
            || (TryTake(ref rest, ':') && !(TryTakeNumber(ref rest, 2, 2, 59)
                && (!TryTake(ref rest, ':') || (TryTakeNumber(ref rest, 2, 2, 59) && (!TryTake(ref rest, '.') || TryTakeFraction(ref rest)))))))
        {
            return false;
        }

        return rest.IsEmpty
            || (TryTake(ref rest, 'Z') && rest.IsEmpty)
            || ((TryTake(ref rest, '+') || TryTake(ref rest, '-'))
                && TryTakeNumber(ref rest, 2, 2, 23)
                && (!TryTake(ref rest, ':') || TryTakeNumber(ref rest, 2, 2, 59))
                && rest.IsEmpty);
    }

    private static bool TryTakeFraction(ref ReadOnlySpan<char> rest) => TryTakeNumber(ref rest, 1, MaxFraction, int.MaxValue);

    private static bool TryTake(ref ReadOnlySpan<char> rest, char upper)
    {
        if (rest.IsEmpty || char.ToUpperInvariant(rest[0]) != upper)
        {
            return false;
        }

        rest = rest[1..];
        return true;
    }

    private static bool TryTakeNumber(ref ReadOnlySpan<char> rest, int minDigits, int maxDigits, int maxValue)
    {
        var digits = rest.IndexOfAnyExcept(AsciiSets.Digits);
        digits = digits < 0 ? rest.Length : digits;
        if (digits < minDigits || digits > maxDigits
            || !int.TryParse(rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value > maxValue)
        {
            return false;
        }

        rest = rest[digits..];
        return true;
    }
}
