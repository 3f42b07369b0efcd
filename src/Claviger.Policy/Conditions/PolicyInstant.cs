using System.Globalization;

namespace Claviger.Policy;

/// <summary>An instant as Date operators compare it: seconds since 1970 and nanoseconds within the second.</summary>
internal readonly record struct PolicyInstant(long Seconds, int Nanoseconds)
{
    private const int FractionDigits = 9;

    public static PolicyInstant Of(DateTimeOffset instant) =>
        new(instant.ToUnixTimeSeconds(), (int)(instant.UtcTicks % TimeSpan.TicksPerSecond * TimeSpan.NanosecondsPerTick));

    public static PolicyInstant OfEpochSeconds(long seconds) => new(seconds, 0);

    /// <summary>Reads epoch seconds (digits only, however many) or W3C's profile of ISO 8601.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out PolicyInstant instant)
    {
        var digits = text.StartsWith("-") ? text[1..] : text;
        if (!digits.IsEmpty && !digits.ContainsAnyExcept(AsciiSets.Digits))
        {
            var isEpoch = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds);
            instant = new(seconds, 0);
            return isEpoch;
        }

        instant = default;
        if (!TryTakeDate(ref text, out var date, out var hasDay))
        {
            return false;
        }

        var time = TimeSpan.Zero;
        var nanoseconds = 0;
        var offset = TimeSpan.Zero;
        if (!text.IsEmpty && !(hasDay && TryTake(ref text, 'T') && TryTakeTime(ref text, out time, out nanoseconds) && TryTakeZone(ref text, out offset)))
        {
            return false;
        }

        var total = (date - DateTime.UnixEpoch) + time - offset;
        instant = new((long)total.TotalSeconds, nanoseconds);
        return text.IsEmpty;
    }

    public int CompareTo(PolicyInstant other)
    {
        var order = Seconds.CompareTo(other.Seconds);
        return order != 0 ? order : Nanoseconds.CompareTo(other.Nanoseconds);
    }

    private static bool TryTakeDate(ref ReadOnlySpan<char> text, out DateTime date, out bool hasDay)
    {
        date = default;
        hasDay = false;
        var day = 1;
        if (!TryTakeDigits(ref text, 4, out var year) || !TryTake(ref text, '-') || !TryTakeDigits(ref text, 2, out var month)
            || ((hasDay = TryTake(ref text, '-')) && !TryTakeDigits(ref text, 2, out day))
            || year == 0 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc);
        return true;
    }

    private static bool TryTakeTime(ref ReadOnlySpan<char> text, out TimeSpan time, out int nanoseconds)
    {
        time = default;
        nanoseconds = 0;
        var second = 0;
        if (!TryTakeDigits(ref text, 2, out var hour) || !TryTake(ref text, ':') || !TryTakeDigits(ref text, 2, out var minute)
            || (TryTake(ref text, ':')
                && !(TryTakeDigits(ref text, 2, out second) && (!TryTake(ref text, '.') || TryTakeFraction(ref text, out nanoseconds))))
            || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        time = new TimeSpan(hour, minute, second);
        return true;
    }

    /// <summary>Reads any number of digits; those beyond the ninth make no difference.</summary>
    private static bool TryTakeFraction(ref ReadOnlySpan<char> text, out int nanoseconds)
    {
        nanoseconds = 0;
        var length = text.IndexOfAnyExcept(AsciiSets.Digits);
        length = length < 0 ? text.Length : length;
        for (var i = 0; i < FractionDigits; i++)
        {
            nanoseconds = (nanoseconds * 10) + (i < length ? text[i] - '0' : 0);
        }

        text = text[length..];
        return length > 0;
    }

    private static bool TryTakeZone(ref ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = default;
        if (text.IsEmpty)
        {
            return UncertainChoices.DateWithoutZoneIsUtc;
        }

        if (TryTake(ref text, 'Z'))
        {
            return true;
        }

        var isNegative = text[0] == '-';
        if ((!TryTake(ref text, '-') && !TryTake(ref text, '+'))
            || !TryTakeDigits(ref text, 2, out var hours) || !TryTake(ref text, ':') || !TryTakeDigits(ref text, 2, out var minutes)
            || hours > 23 || minutes > 59)
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, 0) * (isNegative ? -1 : 1);
        return true;
    }

    private static bool TryTake(ref ReadOnlySpan<char> text, char upper)
    {
        if (text.IsEmpty || char.ToUpperInvariant(text[0]) != upper)
        {
            return false;
        }

        text = text[1..];
        return true;
    }

    private static bool TryTakeDigits(ref ReadOnlySpan<char> text, int count, out int number)
    {
        number = 0;
        if (text.Length < count || text[..count].ContainsAnyExcept(AsciiSets.Digits))
        {
            return false;
        }

        number = int.Parse(text[..count], NumberStyles.None, CultureInfo.InvariantCulture);
        text = text[count..];
        return true;
    }
}
