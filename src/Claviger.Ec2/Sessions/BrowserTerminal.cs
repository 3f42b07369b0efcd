using Claviger.Aws;
using Claviger.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Claviger.Ec2;

/// <summary>A login shell in an instance on a terminal that a browser shows: the <see cref="TerminalServer"/>.</summary>
/// <remarks>
/// Who has signed in is found anew, and the decision taken again, twice a second and before anything that is typed is passed on: a terminal ends with
/// its session, and with the permission.
/// </remarks>
public sealed class BrowserTerminal(OwnGate gate, ProgramRelay relay, InstanceFactsSource facts)
{
    private const int Largest = 500;

    /// <summary>Serves a terminal; see <see cref="TerminalServer"/>.</summary>
    public async Task ServeAsync(HttpContext http, TerminalWish wish, Func<ValueTask<CallContext?>> call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(wish);
        ArgumentNullException.ThrowIfNull(call);
        if (await call() is not { } first)
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        // A browser is told nothing of a refused socket: the reason goes through it.
        using var socket = new SessionSocket(await http.WebSockets.AcceptWebSocketAsync());
        try
        {
            await ServeAsync(socket, wish, first, call, cancellation);
        }
        catch (AwsError refusal)
        {
            await ProgramRelay.ObjectAsync(socket, refusal.Message, cancellation);
            await socket.CloseAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            // The browser has gone, or the server stops.
        }
    }

    private async Task ServeAsync(SessionSocket socket, TerminalWish wish, CallContext first, Func<ValueTask<CallContext?>> call, CancellationToken cancellation)
    {
        var id = wish.InstanceId;
        var instance = await facts(id, cancellation);
        await gate.PassAsync(first, SessionTarget.Action, caller => SessionTarget.Of(id, instance, caller, first.Region));
        try
        {
            await relay.RunAsync(socket, id, instance is not null, () => Task.FromResult(PlanOf(wish)), ObjectionAsync, cancellation);
        }
        finally
        {
            await gate.RecordEndAsync(first, SessionTarget.End);
        }

        async ValueTask<string?> ObjectionAsync()
        {
            if (await call() is not { } now)
            {
                return "Your session in the console has ended: sign in again.";
            }

            var present = await facts(id, cancellation);
            return (await gate.ObjectionAsync(now, SessionTarget.Action, caller => SessionTarget.Of(id, present, caller, now.Region)))?.Message;
        }
    }

    private static SessionPlan PlanOf(TerminalWish wish) => new()
    {
        Terminal = new TerminalSize(Math.Clamp(wish.Columns, 2, Largest), Math.Clamp(wish.Rows, 2, Largest)),
        Environment = new Dictionary<string, string> { ["TERM"] = "xterm-256color" },
    };
}
