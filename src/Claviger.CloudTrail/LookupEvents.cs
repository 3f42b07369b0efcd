using Claviger.Aws;
using Claviger.Aws.Shapes.CloudTrail;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.CloudTrail;

/// <summary>Looks up the account's management events, newest first.</summary>
/// <remarks>
/// A page does a bounded work: where little of what was recorded matches, it may have fewer events than were asked for, or none, and still a token.
/// </remarks>
internal sealed class LookupEvents : ReadOperation<LookupEventsRequest, LookupEventsResponse>
{
    private const int MostResults = 50;

    /// <summary>How long AWS keeps the event history; what this server keeps may be less.</summary>
    private static readonly TimeSpan History = TimeSpan.FromDays(90);

    protected override void Authorize(LookupEventsRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("cloudtrail:LookupEvents");

    protected override void Refine(LookupEventsRequest request, CallContext call)
    {
        if (request.MaxResults is < 1 or > MostResults)
        {
            throw AwsError.InvalidMaxResultsException($"The specified max results value is not valid. Specify a value between 1 and {MostResults}.");
        }

        if (request.StartTime > request.EndTime)
        {
            throw AwsError.InvalidTimeRangeException("The start time must not be after the end time.");
        }

        if (request.EventCategory is not (null or "insight"))
        {
            throw AwsError.InvalidEventCategoryException("The specified event category is not valid.");
        }

        LookupFilter.Of(request, call.Time);
    }

    protected override LookupEventsResponse Run(LookupEventsRequest request, CallContext call, ReadTransaction state)
    {
        if (request.EventCategory is not null)
        {
            // Insights are found by no part of this server.
            return new LookupEventsResponse { Events = [] };
        }

        var filter = LookupFilter.Of(request, call.Time - History);
        var page = new EventPage(state, call.Caller.Account, filter, call.Time, request.MaxResults ?? MostResults);
        var rest = page.Read(LookupToken.Read(request, call));
        return new LookupEventsResponse
        {
            Events = [.. page.Events.Select(static recorded => recorded.ToShape())],
            NextToken = rest is { } position ? LookupToken.Write(request, call, position) : null,
        };
    }
}
