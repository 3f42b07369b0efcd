using Claviger.Aws.Shapes.CloudTrail;
using Microsoft.AspNetCore.Http;

namespace Claviger.Console;

/// <summary>Reads the event history for a page that filters and turns leaves.</summary>
internal static class EventHistory
{
    private const int PageLength = 50;

    /// <summary>How often the API is asked for one page: a search for what is rare goes on where the reader says so.</summary>
    private const int MostCalls = 8;

    /// <summary>The page of events that an address asks for.</summary>
    public static async Task<ListPage<RequestEvent>> ReadAsync(PrincipalCalls aws, EventFilter filter, HttpContext http)
    {
        var token = http.Request.Query["marker"].ToString() is { Length: > 0 } marker ? marker : null;
        var isFirst = token is null;
        var found = new List<RequestEvent>();
        for (var calls = 0; calls < MostCalls && found.Count < PageLength; calls++)
        {
            var answer = await aws.TryAsync(LookupEventsRequest.Operation, filter.ToRequest(token, PageLength));
            if (answer.Value is not { } page)
            {
                return new ListPage<RequestEvent>([]) { Error = answer.Error };
            }

            found.AddRange((page.Events ?? []).Select(RequestEvent.Of).Where(filter.Takes));
            token = page.NextToken;
            if (token is null)
            {
                break;
            }
        }

        return new ListPage<RequestEvent>(found)
        {
            Next = token is null ? null : PageAddress.With(http, ("marker", token)),
            Previous = isFirst ? null : PageAddress.With(http, ("marker", null)),
        };
    }
}
