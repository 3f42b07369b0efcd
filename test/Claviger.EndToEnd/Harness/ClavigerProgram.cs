using System.Diagnostics;

namespace Claviger.EndToEnd;

/// <summary>The program as it was built beside the tests, and how it is run.</summary>
public static class ClavigerProgram
{
    /// <summary>How to start it with these arguments: no setting of the machine's own, output and errors redirected.</summary>
    public static ProcessStartInfo Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "claviger"), arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        AwsEnvironment.Clean(start.Environment);
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("CLAVIGER_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        return start;
    }

    /// <summary>Runs a command of it to its end.</summary>
    public static async Task<ProgramRun> RunAsync(
        IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, string input = "")
    {
        var start = Start(arguments);
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        return await ProgramRun.OfAsync(start, input);
    }

    /// <summary>The endpoint that a line of the server's greeting names; null for any other line.</summary>
    public static Uri? EndpointOf(string line)
    {
        const string label = "Endpoint";
        var text = line.Trim();
        return text.StartsWith(label, StringComparison.Ordinal) && Uri.TryCreate(text[label.Length..].Trim(), UriKind.Absolute, out var endpoint)
            ? endpoint
            : null;
    }
}
