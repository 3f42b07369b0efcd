using System.CommandLine;

namespace Claviger.Server;

/// <summary><c>claviger account quota</c>: raises a quota of an account, signed by its root user.</summary>
internal static class AccountQuotaCommand
{
    private const string Details = """
        The request is signed with the account's root key: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY where they are set, else that of the data folder.
        """;

    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "The quota's name, as UsersPerAccount; a wrong one is answered with the names of all." };
        var value = new Argument<long>("value") { Description = "Its new value." };
        var command = new ExplainedCommand("quota", "Sets a quota of an account, as AWS's support would.", Details) { name, value };
        SettingFlags.Add(command, RunningServer.Settings);
        command.SetAction((parsed, stop) =>
            RunAsync(RunningServer.Find(parsed), parsed.GetRequiredValue(name), parsed.GetRequiredValue(value), stop));
        return command;
    }

    private static async Task<int> RunAsync(RunningServer server, string name, long value, CancellationToken stop)
    {
        await new OwnClient(server).PostAsync(OwnPaths.Quotas, json =>
        {
            json.WriteString("Name", name);
            json.WriteNumber("Value", value);
        }, stop);
        await System.Console.Out.WriteLineAsync($"{name} is {value}.");
        return 0;
    }
}
