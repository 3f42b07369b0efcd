using System.Globalization;

namespace Claviger.Aws;

/// <summary>What EC2 says of broken constraints.</summary>
internal static class Ec2Violations
{
    public static AwsError Missing(string parameter) =>
        AwsError.MissingParameter($"The request must contain the parameter {char.ToUpperInvariant(parameter[0])}{parameter[1..]}");

    public static AwsError Invalid(string parameter, string value) =>
        AwsError.InvalidParameterValue($"Value ({value}) for parameter {parameter} is invalid.");

    // AWS: numbers stand between blanks.
    public static AwsError OutOfRange(string parameter, int value, int min, int max) => AwsError.InvalidParameterValue(max == int.MaxValue
        ? string.Create(CultureInfo.InvariantCulture, $"Value ( {value} ) for parameter {parameter} is invalid. Expecting a value of at least {min}.")
        : string.Create(CultureInfo.InvariantCulture, $"Value ( {value} ) for parameter {parameter} is invalid. Expecting a value between {min} and {max}."));
}
