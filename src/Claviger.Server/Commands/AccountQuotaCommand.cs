using System.CommandLine;

namespace Claviger.Server;

/// <summary><c>claviger account quota</c>: raises a quota of an account, signed by its root user.</summary>
internal static class AccountQuotaCommand
{
    private const string Help = """
        Sets a quota of an account, as AWS's support would. It is signed with the account's root key: that of the data folder, or
          AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.
        """;

    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "The quota's name, as GetAccountSummary spells it: UsersQuota's is UsersPerAccount." };
        var value = new Argument<long>("value") { Description = "Its new value." };
        var command = new Command("quota", Help) { name, value };
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
        await Console.Out.WriteLineAsync($"{name} is {value}.");
        return 0;
    }
}
