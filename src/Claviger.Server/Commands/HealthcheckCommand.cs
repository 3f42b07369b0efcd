using System.CommandLine;

namespace Claviger.Server;

/// <summary><c>claviger healthcheck</c>: asks the running server whether it is ready; what a container's HEALTHCHECK runs.</summary>
internal static class HealthcheckCommand
{
    public static Command Create()
    {
        var command = new Command("healthcheck", "Asks the running server whether it is ready; exit code 0 says that it is.");
        SettingFlags.Add(command, RunningServer.Settings);
        command.SetAction((parsed, stop) => RunAsync(RunningServer.Find(parsed), stop));
        return command;
    }

    private static async Task<int> RunAsync(RunningServer server, CancellationToken stop)
    {
        using var http = server.CreateClient();
        http.Timeout = TimeSpan.FromSeconds(5);
        try
        {
            using var answer = await http.GetAsync(new Uri(server.Endpoint, OwnPaths.Readiness), stop);
            await System.Console.Out.WriteLineAsync(answer.IsSuccessStatusCode ? "ready" : "not ready");
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            throw new CommandException($"No answer from {server.Endpoint}: {error.Message}", error);
        }
    }
}
