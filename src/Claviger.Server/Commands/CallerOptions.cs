using System.CommandLine;

namespace Claviger.Server;

/// <summary>Which server a command calls, where it need not be the data folder's.</summary>
internal static class CallerOptions
{
    private const string Name = "--endpoint-url";

    public static Option<string> Endpoint() => new(Name)
    {
        Description = "The server's endpoint; by default that of the data folder's server.", HelpName = "URL",
    };

    public static RunningServer Server(ParseResult parsed)
    {
        var found = RunningServer.Find(parsed);
        return parsed.GetValue<string>(Name) is not { } text ? found
            : Uri.TryCreate(text, UriKind.Absolute, out var endpoint) ? found with { Endpoint = endpoint }
            : throw new CommandException($"{text} is no URL.");
    }
}
