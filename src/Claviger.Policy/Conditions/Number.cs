using System.Buffers;
using System.Globalization;

namespace Claviger.Policy;

/// <summary>A number of a Numeric operator: a decimal, or beyond its range a double.</summary>
internal readonly struct Number
{
    private const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    private static readonly SearchValues<char> Characters = SearchValues.Create("+-.0123456789");

    private readonly decimal _exact;
    private readonly double _wide;
    private readonly bool _isWide;

    private Number(decimal exact, double wide, bool isWide)
    {
        _exact = exact;
        _wide = wide;
        _isWide = isWide;
    }

    public static Number Of(long value) => new(value, 0, isWide: false);

    /// <summary>Reads digits with an optional sign and decimal point; no exponent, no separators, no white space.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Number number)
    {
        // The framework would also take NULs behind a number, and double the words for infinity and not-a-number.
        if (text.ContainsAnyExcept(Characters))
        {
            number = default;
            return false;
        }

        if (decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out var exact))
        {
            number = new(exact, 0, isWide: false);
            return true;
        }

        var isNumber = double.TryParse(text, Styles, CultureInfo.InvariantCulture, out _);
        number = isNumber ? new(0, double.Parse(text, Styles, CultureInfo.InvariantCulture), isWide: true) : default;
        return isNumber;
    }

    public int CompareTo(Number other) =>
        _isWide || other._isWide ? AsDouble.CompareTo(other.AsDouble) : _exact.CompareTo(other._exact);

    private double AsDouble => _isWide ? _wide : (double)_exact;
}
