using System.CommandLine;
using System.CommandLine.Help;
using Claviger.Ec2;

namespace Claviger.Server;

/// <summary>The program's commands, and how what is wrong with a command line is said.</summary>
internal static class CommandLine
{
    private const int Failure = 1;
    private const int Misused = 2;

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        // What follows `aws` is aws's own, --help included.
        if (arguments is ["aws", ..])
        {
            return await Guarded(() => AwsCommand.RunAsync([.. arguments.Skip(1)]));
        }

        // Started by the server itself, many at a time: nothing that a keeper has no use for is loaded.
        if (arguments is [InstanceKeeper.Command])
        {
            return InstanceKeeper.Run();
        }

        var root = new RootCommand("An AWS IAM that anyone can run. Without a command, it serves.");
        root.Add(ServeCommand.Create());
        root.Add(AwsCommand.Describe());
        root.Add(AccountCommand.Create());
        root.Add(ImageCommand.Create());
        root.Add(RunCommand.Create());
        root.Add(SshCommand.Create());
        root.Add(DecideCommand.Create());
        root.Add(ValidateCommand.Create());
        root.Add(HealthcheckCommand.Create());
        root.Add(VersionCommand.Create());

        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new DetailedHelp((HelpAction)help.Action!);

        var parsed = root.Parse(IsServing(arguments) ? [ServeCommand.Name, .. arguments] : arguments);
        if (parsed.Errors.Count > 0)
        {
            await System.Console.Error.WriteLineAsync($"claviger: {Complaint(parsed)}");
            return Misused;
        }

        return await Guarded(() => parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }));
    }

    private static async Task<int> Guarded(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (CommandException error)
        {
            await System.Console.Error.WriteLineAsync($"claviger: {error.Message}");
            return Failure;
        }
    }

    private static bool IsServing(IReadOnlyList<string> arguments) =>
        arguments.Count == 0 || (arguments[0].StartsWith("--", StringComparison.Ordinal) && arguments[0] is not ("--help" or "--version"));

    // What was not understood is said before what is missing because of it.
    private static string Complaint(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens is not [var wrong, ..])
        {
            return parsed.Errors[0].Message;
        }

        var command = parsed.CommandResult.Command;
        return wrong.StartsWith('-')
            ? $"Unknown option '{wrong}'.{NearestName.Suggest(wrong, command.Options.Select(option => option.Name))}"
            : $"Unknown argument '{wrong}'.{NearestName.Suggest(wrong, command.Subcommands.Select(subcommand => subcommand.Name))}";
    }
}
