using Claviger.Aws;
using Claviger.Pipeline;

namespace Claviger.Ec2;

/// <summary>The part of a list that a caller asks for, with <c>NextToken</c> and <c>MaxResults</c>.</summary>
internal static class Ec2Page
{
    private const int Most = 1000;
    private const int Least = 5;

    /// <summary>Reads what a request asks for.</summary>
    /// <exception cref="AwsError">The number is out of range, or the token is not one that this list gave to this account.</exception>
    public static Page Of(CallContext call, string? nextToken, int? maxResults)
    {
        // AWS: a number beyond the most is taken as the most, by those operations whose model doesn't limit it.
        if (maxResults < Least)
        {
            throw AwsError.InvalidParameterValue($"Value ( {maxResults} ) for parameter maxResults is invalid. Expecting a value greater than or equal to {Least}.");
        }

        try
        {
            return Page.Of(call, string.IsNullOrEmpty(nextToken) ? null : nextToken, Math.Min(maxResults ?? Most, Most));
        }
        catch (AwsError error) when (error.Code == "ValidationError")
        {
            throw Ec2Error.InvalidNextToken();
        }
    }
}
