using System.CommandLine;
using Claviger.Policy;

namespace Claviger.Server;

/// <summary><c>claviger decide</c>: decides requests that come as JSON lines; needs no server.</summary>
internal static class DecideCommand
{
    private const string Help = """
        Decides requests, one a line: reads {"id", "request", "identityPolicies", "resourcePolicy", "boundaries", "sessionPolicy", "scps", "rcps",
          "endpointPolicies"} from standard input, writes {"id", "decision"} for each; a line that can't be read gets {"id", "error"} and stops nothing.
        """;

    public static Command Create()
    {
        var explain = new Option<bool>("--explain") { Description = "Adds to each decision what every kind of policy and every statement said, and why." };
        var command = new Command("decide", Help) { explain };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetValue(explain), stop));
        return command;
    }

    private static async Task<int> RunAsync(bool explain, CancellationToken stop)
    {
        using var input = new StreamReader(Console.OpenStandardInput());
        // Flushed line by line: who asks one question at a time waits for its answer.
        await using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true, NewLine = "\n" };
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
