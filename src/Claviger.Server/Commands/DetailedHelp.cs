using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Claviger.Server;

/// <summary>The usual help, and behind it what an <see cref="ExplainedCommand"/> has to say.</summary>
internal sealed class DetailedHelp(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => help.ClearsParseErrors;

    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is ExplainedCommand command)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(command.Details);
        }

        return exitCode;
    }
}
