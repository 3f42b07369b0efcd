using System.Globalization;

namespace Claviger.Aws;

/// <summary>The times of signatures: ISO 8601's basic form in UTC, <c>yyyyMMddTHHmmssZ</c>.</summary>
internal static class AmzDate
{
    /// <summary>Chars of a time.</summary>
    public const int Length = 16;

    /// <summary>Chars of its day.</summary>
    public const int DayLength = 8;

    private const string Form = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>How far the time of signing may be from the server's.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(15);

    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Reads a time, by hand since it is on the way of each request.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset time)
    {
        time = default;
        if (text.Length != Length || text[8] != 'T' || text[15] != 'Z'
            || !TryNumber(text[..4], out var year) || !TryNumber(text[4..6], out var month) || !TryNumber(text[6..8], out var day)
            || !TryNumber(text[9..11], out var hour) || !TryNumber(text[11..13], out var minute) || !TryNumber(text[13..15], out var second)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        time = new DateTimeOffset(year, month, day, hour, minute, second, TimeSpan.Zero);
        return true;
    }

    /// <summary>Reads a Date header, which may also have HTTP's own form.</summary>
    public static bool TryParseHttp(ReadOnlySpan<char> text, out DateTimeOffset time) =>
        TryParse(text, out time)
        || DateTimeOffset.TryParseExact(
            text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);

    private static bool TryNumber(ReadOnlySpan<char> digits, out int number)
    {
        number = 0;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            number = (number * 10) + (c - '0');
        }

        return true;
    }
}
