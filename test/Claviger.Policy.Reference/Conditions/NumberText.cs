using System.Numerics;
using System.Text.RegularExpressions;

namespace Claviger.Policy.Reference;

/// <summary>Numbers (6.2), as multiples of 10^-40: exact for whatever a policy can hold.</summary>
internal static partial class NumberText
{
    private const int Places = 40;

    public static BigInteger? Read(string text)
    {
        var match = Form().Match(text);
        if (!match.Success || match.Groups["fraction"].Length > Places)
        {
            return null;
        }

        var digits = match.Groups["whole"].Value + match.Groups["fraction"].Value.PadRight(Places, '0');
        var value = BigInteger.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
        return match.Groups["sign"].Value == "-" ? -value : value;
    }

    [GeneratedRegex(@"\A(?<sign>[+-]?)(?=\.?[0-9])(?<whole>[0-9]*)(\.(?<fraction>[0-9]*))?\z")]
    private static partial Regex Form();
}
