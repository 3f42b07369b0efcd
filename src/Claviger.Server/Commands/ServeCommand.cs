using System.CommandLine;

namespace Claviger.Server;

/// <summary><c>claviger serve</c>: runs the server until it is told to stop.</summary>
internal static class ServeCommand
{
    public const string Name = "serve";

    private const string Details = """
        Every option may also be a variable (in brackets) or, without its dashes, a key of the settings file. A flag wins over a variable, a
        variable over the file.

        What the account is made with (--account-id and --root-…) counts at the first start only; what is not given is generated. Each of these, and
        --database, may stand in a file instead: --root-email-file FILE, CLAVIGER_ROOT_PASSWORD_FILE and so on. A command line is no place for secrets:
        CLAVIGER_ROOT_PASSWORD, CLAVIGER_ROOT_SECRET_ACCESS_KEY and CLAVIGER_MASTER_KEY have no flag.
        """;

    public static Command Create()
    {
        var command = new ExplainedCommand(Name, "Runs the server.", Details);
        SettingFlags.Add(command, [KnownSettings.File, .. KnownSettings.OfServer, .. KnownSettings.OfAccount]);
        command.SetAction(parsed => LiveProcess.RunAsync(ServerSettings.Read(parsed).DemandServable()));
        return command;
    }
}
