using System.CommandLine;

namespace Claviger.Server;

/// <summary><c>claviger ssh</c>: a shell on an instance.</summary>
internal static class SshCommand
{
    private const string Details = """
        Without a command: a login shell, on this terminal. With one (after --): that command, its input, output and exit code passed through.
        The caller is who AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN say, else the root user of the data folder; it must be allowed
        ssm:StartSession on the instance. No key and no network of the instance is involved.
        """;

    public static Command Create()
    {
        var instance = new Argument<string>("instance-id") { Description = "The instance, as i-0123456789abcdef0." };
        var rest = new Argument<string[]>("command") { Description = "What to run there.", Arity = ArgumentArity.ZeroOrMore };
        var command = new ExplainedCommand("ssh", "Opens a shell on an instance, or runs a command there.", Details) { instance, rest, CallerOptions.Endpoint() };
        SettingFlags.Add(command, RunningServer.Settings);
        command.SetAction((parsed, stop) =>
        {
            var server = CallerOptions.Server(parsed);
            return new SessionClient(server, CallerKey.Of(server)).RunAsync(parsed.GetRequiredValue(instance), parsed.GetValue(rest) ?? [], stop);
        });
        return command;
    }
}
