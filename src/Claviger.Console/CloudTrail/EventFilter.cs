using System.Globalization;
using Claviger.Aws.Shapes.CloudTrail;
using Microsoft.AspNetCore.Http;

namespace Claviger.Console;

/// <summary>Which events are looked for, as the address of the page says it: all that is given must hold.</summary>
/// <remarks>The API takes one attribute. That which narrows most is asked of it; the others are held against what it answers.</remarks>
internal sealed record EventFilter(IReadOnlyList<(EventAttribute Attribute, string Value)> Values, DateTimeOffset? From, DateTimeOffset? To, bool OnlyFailed)
{
    /// <summary>What can be looked for; what narrows a search most comes first.</summary>
    public static readonly IReadOnlyList<EventAttribute> Attributes =
    [
        new("id", "EventId", "Event ID"), new("key", "AccessKeyId", "Access key ID"), new("resource", "ResourceName", "Resource name"),
        new("user", "Username", "User name"), new("event", "EventName", "Event name"), new("type", "ResourceType", "Resource type"),
        new("source", "EventSource", "Event source"), new("readonly", "ReadOnly", "Read-only"),
    ];

    /// <summary>Whether anything narrows the search.</summary>
    public bool IsOpen => Values.Count == 0 && From is null && To is null && !OnlyFailed;

    /// <summary>The filter of a page's address.</summary>
    public static EventFilter Of(IQueryCollection query) => new(
        [.. Attributes.Select(attribute => (attribute, Value: query[attribute.Field].ToString().Trim())).Where(pair => pair.Value.Length > 0)],
        TimeOf(query["from"]),
        TimeOf(query["to"]),
        query["failed"] == "yes");

    /// <summary>What is typed into one of the filter's fields.</summary>
    public string? this[string field] => Values.FirstOrDefault(pair => pair.Attribute.Field == field).Value;

    /// <summary>The request for a page of events.</summary>
    public LookupEventsRequest ToRequest(string? token, int count) => new()
    {
        LookupAttributes = Values.Count == 0 ? null : [new LookupAttributeShape { AttributeKey = Values[0].Attribute.Key, AttributeValue = Values[0].Value }],
        StartTime = From, EndTime = To, NextToken = token, MaxResults = count,
    };

    /// <summary>Whether an event that the API has answered has the other attributes too.</summary>
    public bool Takes(RequestEvent recorded) => (!OnlyFailed || recorded.ErrorCode is not null) && Values.Skip(1).All(pair => Has(recorded.Shape, pair.Attribute.Key, pair.Value));

    /// <summary>The same as a command.</summary>
    public string ToCommand()
    {
        List<string> words = [];
        if (Values.Count > 0)
        {
            words.AddRange(["--lookup-attributes", $"AttributeKey={Values[0].Attribute.Key},AttributeValue={Values[0].Value}"]);
        }

        if (From is { } from)
        {
            words.AddRange(["--start-time", Text(from)!]);
        }

        if (To is { } to)
        {
            words.AddRange(["--end-time", Text(to)!]);
        }

        return Cli.Command("cloudtrail", "lookup-events", [.. words]);
    }

    /// <summary>A moment as fields for times have it, in UTC.</summary>
    public static string? Text(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private static DateTimeOffset? TimeOf(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;

    private static bool Has(EventShape recorded, string key, string value) => key switch
    {
        "EventId" => recorded.EventId == value,
        "AccessKeyId" => recorded.AccessKeyId == value,
        "ResourceName" => recorded.Resources?.Any(resource => resource.ResourceName == value) is true,
        "Username" => recorded.Username == value,
        "EventName" => recorded.EventName == value,
        "ResourceType" => recorded.Resources?.Any(resource => resource.ResourceType == value) is true,
        "EventSource" => recorded.EventSource == value,
        "ReadOnly" => recorded.ReadOnly == value,
        _ => false,
    };
}
