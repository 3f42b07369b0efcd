using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Claviger.Policy.Reference;

/// <summary>Dates (6.3), as multiples of 10^-20 seconds since 1970.</summary>
internal static partial class DateText
{
    private const int Places = 20;

    private static readonly BigInteger s_second = BigInteger.Pow(10, Places);

    public static BigInteger? Read(string text)
    {
        // Only digits are seconds, never a year. Beyond 64 bits no clock counts.
        if (Epoch().IsMatch(text))
        {
            return long.TryParse(text, CultureInfo.InvariantCulture, out var epoch) ? epoch * s_second : null;
        }

        var match = Iso().Match(text);
        if (!match.Success)
        {
            return null;
        }

        int Number(string group, int otherwise) =>
            match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : otherwise;

        var (year, month, day) = (Number("year", 0), Number("month", 1), Number("day", 1));
        var (hour, minute, second) = (Number("hour", 0), Number("minute", 0), Number("second", 0));
        var (zoneHour, zoneMinute) = (Number("zhour", 0), Number("zminute", 0));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour > 23 || minute > 59 || second > 59 || zoneHour > 23 || zoneMinute > 59)
        {
            return null;
        }

        var days = new DateOnly(year, month, day).DayNumber - new DateOnly(1970, 1, 1).DayNumber;
        var zone = ((zoneHour * 60) + zoneMinute) * 60 * (match.Groups["sign"].Value == "-" ? -1 : 1);
        var seconds = (days * 86400L) + (hour * 3600) + (minute * 60) + second - zone;
        var fraction = match.Groups["fraction"].Value.PadRight(Places, '0')[..Places];
        return (seconds * s_second) + BigInteger.Parse(fraction, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\A-?[0-9]+\z")]
    private static partial Regex Epoch();

    [GeneratedRegex(@"\A(?<year>[0-9]{4})-(?<month>[0-9]{2})(-(?<day>[0-9]{2})"
        + @"([Tt](?<hour>[0-9]{2}):(?<minute>[0-9]{2})(:(?<second>[0-9]{2})(\.(?<fraction>[0-9]+))?)?"
        + @"([Zz]|(?<sign>[+-])(?<zhour>[0-9]{2}):(?<zminute>[0-9]{2}))?)?)?\z")]
    private static partial Regex Iso();
}
