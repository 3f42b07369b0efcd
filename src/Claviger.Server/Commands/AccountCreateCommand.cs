using System.CommandLine;
using System.Text.Json;

namespace Claviger.Server;

/// <summary><c>claviger account create</c>: makes a further account, signed by the first account's root user.</summary>
internal static class AccountCreateCommand
{
    private const string Details = """
        The request is signed with the first account's root key: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY where they are set, else that of the data
        folder. The new root user's credentials go to a file beside the first one's. What is not given is generated.
        """;

    public static Command Create()
    {
        var command = new ExplainedCommand("create", "Makes a further account.", Details);
        SettingFlags.Add(command, [.. RunningServer.Settings, .. KnownSettings.OfAccount]);
        command.SetAction((parsed, stop) => RunAsync(RunningServer.Find(parsed), AccountSettings.Read(SettingValues.Read(parsed)), stop));
        return command;
    }

    private static async Task<int> RunAsync(RunningServer server, AccountSettings wanted, CancellationToken stop)
    {
        // Before the account is there: what can't be kept must not be made.
        using var credentials = RootCredentials.Reserve(server.Folder);
        var made = await new OwnClient(server).PostAsync(OwnPaths.Accounts, json =>
        {
            WriteGiven(json, "AccountId", wanted.AccountId);
            WriteGiven(json, "RootEmail", wanted.RootEmail);
            WriteGiven(json, "RootPassword", wanted.RootPassword);
            WriteGiven(json, "RootAccessKeyId", wanted.RootAccessKeyId);
            WriteGiven(json, "RootSecretAccessKey", wanted.RootSecretAccessKey);
        }, stop);
        string Text(string name) => made.GetProperty(name).GetString()!;
        var path = credentials.Keep(
            $"root-credentials-{Text("AccountId")}.csv",
            new RootKey($"claviger-{Text("AccountId")}-root", Text("RootAccessKeyId"), Text("RootSecretAccessKey")),
            wanted.RootPassword is null ? Text("RootPassword") : "");
        await System.Console.Out.WriteLineAsync($"""
            Account      {Text("AccountId")}
            Root user    {Text("RootEmail")}
            Credentials  {path} (written this once: keep them)
            """);
        return 0;
    }

    private static void WriteGiven(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
