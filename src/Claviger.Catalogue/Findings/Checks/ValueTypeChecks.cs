using System.Globalization;
using System.Text.RegularExpressions;

namespace Claviger.Catalogue;

/// <summary>Checks that operators fit their keys' types, and values their operators.</summary>
internal static partial class ValueTypeChecks
{
    private static readonly FindingCheck TypeMismatch = FindingCheck.Warning("TYPE_MISMATCH",
        "An operator compares another type than the key has.", "Use an operator of the type that the message names.");

    private static readonly FindingCheck Boolean = FindingCheck.Warning("TYPE_MISMATCH_BOOLEAN",
        "Bool or Null compares with something other than true or false.", "Write true or false.");

    private static readonly FindingCheck Date = FindingCheck.Warning("TYPE_MISMATCH_DATE",
        "A date operator compares with something that is no date.", "Write a date such as 2030-01-31 or 2030-01-31T12:00:00Z.");

    private static readonly FindingCheck EpochDate = FindingCheck.Warning("INVALID_DATE_VALUE",
        "A date operator compares with a number, which is read as seconds since 1970, also if it was meant as a year.", "Write the date, such as 2030-01-31.");

    private static readonly FindingCheck IpRange = FindingCheck.Warning("TYPE_MISMATCH_IP_RANGE",
        "An IP address operator compares with something that is neither an address nor a range.", "Write a range such as 203.0.113.0/24 or 2001:db8::/32.");

    private static readonly FindingCheck Number = FindingCheck.Warning("TYPE_MISMATCH_NUMBER",
        "A numeric operator compares with something that is no number.", "Write a whole or decimal number.");

    private static readonly FindingCheck Base64 = FindingCheck.Warning("TYPE_MISMATCH_STRING",
        "BinaryEquals compares with something that is not base64.", "Encode the bytes in base64.");

    private static readonly FindingCheck ArnValue = FindingCheck.Warning("TYPE_MISMATCH_ARN",
        "An ARN operator compares with something that doesn't have the six parts of an ARN, and matches nothing.", "Write the whole ARN; each part may have wildcards.");

    public static CheckFamily Family { get; } = new("Types in conditions",
        [TypeMismatch, Boolean, Date, EpochDate, IpRange, Number, Base64, ArnValue], Run);

    private static void Run(CheckRun run)
    {
        foreach (var condition in run.Policy.Statements.SelectMany(s => s.Conditions))
        {
            if (condition.Operator is not { } op)
            {
                continue;
            }

            if (op.Type is { } type && ConditionKeys.Find(condition.Key.Name) is { } key && !Fits(type, key))
            {
                run.Report(TypeMismatch, condition.OperatorMember, $"{op.Name} compares {Describe(type)}, but {key.Name} is {Describe(key.Type)}.");
            }

            // A variable's value is not known here; where an operator has none, that is found elsewhere.
            foreach (var value in condition.Values.Where(v => !v.Text.Contains("${", StringComparison.Ordinal)))
            {
                CheckValue(run, op, value);
            }
        }
    }

    // Everything has a text: string operators fit all but what has many spellings. ARN keys and string keys may hold one another's values.
    private static bool Fits(ConditionKeyType type, ConditionKey key) => type == key.Type || (type, key.Type) switch
    {
        (ConditionKeyType.String, ConditionKeyType.Arn or ConditionKeyType.Bool or ConditionKeyType.Binary) => true,
        (ConditionKeyType.Arn, ConditionKeyType.String) => true,
        (ConditionKeyType.Bool, ConditionKeyType.String) => true,
        (ConditionKeyType.Numeric, ConditionKeyType.Date) => key.Name.Equals("aws:EpochTime", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static void CheckValue(CheckRun run, OperatorSyntax op, JsonSyntax value)
    {
        var text = value.Text;
        switch (op.Type)
        {
            case null or ConditionKeyType.Bool when !bool.TryParse(text, out _):
                run.Report(Boolean, value, $"{op.Name} compares with true or false, not \"{text}\".");
                break;
            case ConditionKeyType.Date when EpochRegex().IsMatch(text):
                run.Report(EpochDate, value, $"{text} is read as a number of seconds: {DescribeEpoch(text)}.");
                break;
            case ConditionKeyType.Date when !DateRegex().IsMatch(text):
                run.Report(Date, value, $"\"{text}\" is no date.");
                break;
            case ConditionKeyType.IPAddress when IpRangeText.Parse(text) is null:
                run.Report(IpRange, value, $"\"{text}\" is neither an IP address nor a range.");
                break;
            case ConditionKeyType.Numeric when !NumberRegex().IsMatch(text):
                run.Report(Number, value, $"\"{text}\" is no number.");
                break;
            case ConditionKeyType.Binary when !System.Buffers.Text.Base64.IsValid(text):
                run.Report(Base64, value, $"\"{text}\" is not base64.");
                break;
            case ConditionKeyType.Arn when text != "*" && ArnSegments.Parse(text) is null && !StartsWithWildcard(text):
                run.Report(ArnValue, value, $"\"{text}\" doesn't have the {ArnSegments.Count} parts of an ARN.");
                break;
        }
    }

    // "*:*:iam:…" has six parts, and the first may be a pattern.
    private static bool StartsWithWildcard(string text) => Glob.HasWildcard(text.Split(':')[0]) && text.Count(c => c == ':') >= ArnSegments.Count - 1;

    private static string DescribeEpoch(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) && Math.Abs(seconds) < 1L << 37
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)
            : "out of the range of dates";

    private static string Describe(ConditionKeyType type) => type switch
    {
        ConditionKeyType.String => "a string",
        ConditionKeyType.Arn => "an ARN",
        ConditionKeyType.Bool => "a boolean",
        ConditionKeyType.Numeric => "a number",
        ConditionKeyType.Date => "a date",
        ConditionKeyType.IPAddress => "an IP address",
        ConditionKeyType.Binary => "binary",
    };

    [GeneratedRegex("^-?[0-9]+$")]
    private static partial Regex EpochRegex();

    [GeneratedRegex(@"^[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])([Tt]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]+)?)?([Zz]|[+-][0-9]{2}:?[0-9]{2})?)?)?$")]
    private static partial Regex DateRegex();

    [GeneratedRegex(@"^[+-]?[0-9]+(\.[0-9]+)?$")]
    private static partial Regex NumberRegex();
}
