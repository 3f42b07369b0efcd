using Claviger.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Hosting;

namespace Claviger.Console;

/// <summary>The WebSocket of a terminal to an instance. Like any request it comes from this origin and from a session that owes nothing.</summary>
internal static class TerminalEndpoint
{
    public const string Path = "/ec2/terminal";

    private const int Columns = 80;
    private const int Rows = 24;

    public static async Task AnswerAsync(
        HttpContext http,
        [FromServices] TerminalServer terminals,
        [FromServices] ConsoleSessionBook sessions,
        [FromServices] Cookies cookies,
        [FromServices] TimeProvider time,
        [FromServices] IHostApplicationLifetime lifetime)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var token = cookies.Session(http)!;
        var wish = new TerminalWish(http.Request.Query["id"].ToString(), Number(http, "columns") ?? Columns, Number(http, "rows") ?? Rows);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        await terminals(http, wish, CallAsync, ending.Token);

        // INVARIANT: a terminal keeps only its session's token; who that is, is found anew for every proof.
        async ValueTask<CallContext?> CallAsync()
        {
            if (await sessions.FindAsync(token) is not { Debt: SessionDebt.None } session)
            {
                return null;
            }

            var call = PrincipalCalls.NewCall(http, time, session.Caller);
            call.Region = ConsoleRegion.Of(http);
            return call;
        }
    }

    private static int? Number(HttpContext http, string name) => int.TryParse(http.Request.Query[name], out var number) ? number : null;
}
