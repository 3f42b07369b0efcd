using Claviger.Aws;
using Claviger.Aws.Shapes.CloudTrail;

namespace Claviger.CloudTrail;

/// <summary>Which events are looked for.</summary>
/// <param name="From">The first moment.</param>
/// <param name="To">The last moment; null for now.</param>
/// <param name="Key">The one attribute that they must have; null for all events.</param>
/// <param name="Value">Its value, exactly.</param>
internal sealed record LookupFilter(DateTimeOffset From, DateTimeOffset? To, string? Key, string? Value)
{
    private const int LongestValue = 2_000;

    private static readonly string[] Keys =
        ["EventId", "EventName", "ReadOnly", "Username", "ResourceType", "ResourceName", "EventSource", "AccessKeyId"];

    /// <summary>The filter of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="earliest">What a request without a start begins with.</param>
    /// <exception cref="AwsError">InvalidLookupAttributesException: there are several, or one that there is not.</exception>
    public static LookupFilter Of(LookupEventsRequest request, DateTimeOffset earliest)
    {
        var attributes = request.LookupAttributes ?? [];
        if (attributes.Count > 1)
        {
            throw AwsError.InvalidLookupAttributesException("You can specify only one lookup attribute.");
        }

        var attribute = attributes.Count == 0 ? null : attributes[0];
        if (attribute is not null
            && (!Keys.Contains(attribute.AttributeKey, StringComparer.Ordinal) || attribute.AttributeValue is not { Length: > 0 and <= LongestValue }))
        {
            throw AwsError.InvalidLookupAttributesException("The specified lookup attribute is not valid.");
        }

        return new LookupFilter(request.StartTime ?? earliest, request.EndTime, attribute?.AttributeKey, attribute?.AttributeValue);
    }

    /// <summary>Whether an event is looked for.</summary>
    public bool Takes(RecordedEvent recorded) =>
        recorded.IsManagement
        && recorded.Time >= From
        && !(recorded.Time > To)
        && (Key is null || recorded.Has(Key, Value!));
}
