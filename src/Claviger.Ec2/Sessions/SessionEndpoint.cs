using System.Text.Json;
using Claviger.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Claviger.Ec2;

/// <summary>Programs that are run in instances from outside, for who may <c>ssm:StartSession</c> on them: a WebSocket each.</summary>
public sealed class SessionEndpoint(OwnGate gate, ProgramRelay relay, InstanceFactsSource facts)
{
    /// <summary>What the paths begin with; then come the instance's id and <see cref="Suffix"/>.</summary>
    public const string Prefix = OwnEndpoint.Prefix + "instances/";

    /// <summary>What the paths end with.</summary>
    public const string Suffix = "/session";

    /// <summary>Answers a request.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var path = http.Request.Path.Value!;
        if (!http.WebSockets.IsWebSocketRequest || !path.EndsWith(Suffix, StringComparison.Ordinal) || path.Length <= Prefix.Length + Suffix.Length)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var id = path[Prefix.Length..^Suffix.Length];
        var instance = await facts(id, http.RequestAborted);
        var passed = await gate.PassAsync(http, SessionTarget.Action, caller => SessionTarget.Of(id, instance, caller, "us-east-1"));
        if (passed is null)
        {
            return;
        }

        using var socket = new SessionSocket(await http.WebSockets.AcceptWebSocketAsync());
        try
        {
            await relay.RunAsync(socket, id, instance is not null, () => PlanAsync(socket, http.RequestAborted), static () => default, http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The client has gone.
        }
        finally
        {
            await gate.RecordEndAsync(passed, SessionTarget.End);
        }
    }

    private static async Task<SessionPlan> PlanAsync(SessionSocket socket, CancellationToken cancellation) =>
        JsonSerializer.Deserialize((await socket.ReceiveAsync(cancellation)).Span, SessionJson.Default.SessionPlan)!;
}
