using System.CommandLine;
using Claviger.Policy;

namespace Claviger.Server;

/// <summary><c>claviger decide</c>: decides requests that come as JSON lines; needs no server.</summary>
internal static class DecideCommand
{
    private const string Details = """
        A line is a JSON object {"id", "request", "identityPolicies", "resourcePolicy", "boundaries", "sessionPolicy", "scps", "rcps", "endpointPolicies"};
        its request is {"principal", "action", "resource", "resourceAccountId", "context", "wildcardOnlyAction"}. Each is answered by a line
        {"id", "decision"}, with Allowed, ImplicitlyDenied or ExplicitlyDenied. One that can't be read is answered by {"id", "error"} and stops nothing.
        """;

    public static Command Create()
    {
        var explain = new Option<bool>("--explain") { Description = "Adds to each decision what every kind of policy and every statement said, and why." };
        var command = new ExplainedCommand("decide", "Decides requests that come as JSON lines on standard input; needs no server.", Details) { explain };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetValue(explain), stop));
        return command;
    }

    private static async Task<int> RunAsync(bool explain, CancellationToken stop)
    {
        using var input = new StreamReader(System.Console.OpenStandardInput());
        // Flushed line by line: who asks one question at a time waits for its answer.
        await using var output = new StreamWriter(System.Console.OpenStandardOutput()) { AutoFlush = true, NewLine = "\n" };
        while (await input.ReadLineAsync(stop) is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                await output.WriteLineAsync(Decide(line, explain));
            }
        }

        return 0;
    }

    private static string Decide(string line, bool explain)
    {
        try
        {
            var given = DecisionCase.Parse(line);
            return explain ? DecisionLine.Explained(line, given.Explain()) : DecisionLine.Decided(line, given.Decide());
        }
        catch (FormatException error)
        {
            return DecisionLine.Failed(line, error.Message);
        }
    }
}
