using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Claviger.EndToEnd;

/// <summary>Debian's <c>aws</c>, as one caller's hands.</summary>
public sealed partial class AwsCli(Uri endpoint, AwsCredentials credentials)
{
    /// <summary>Runs <c>aws --endpoint-url … --output json</c> and these arguments.</summary>
    public Task<ProgramRun> RunAsync(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/aws", ["--endpoint-url", endpoint.OriginalString, "--output", "json", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        AwsEnvironment.Clean(start.Environment);
        start.Environment["AWS_ACCESS_KEY_ID"] = credentials.AccessKeyId;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = credentials.SecretAccessKey;
        if (credentials.SessionToken is not null)
        {
            start.Environment["AWS_SESSION_TOKEN"] = credentials.SessionToken;
        }

        return ProgramRun.OfAsync(start);
    }

    /// <summary>Makes a call, its parameters spelt as <c>aws</c> wants them: <c>UserName</c> as <c>--user-name</c>.</summary>
    /// <returns>What it printed, or the error that it reports; the status of this is not told and 0.</returns>
    /// <exception cref="InvalidOperationException">It failed in another way.</exception>
    public async Task<(SdkAnswer? Answer, SdkError? Error)> CallAsync(string service, string operation, object? parameters = null)
    {
        var flags = JsonSerializer.SerializeToNode(parameters ?? new { })!.AsObject()
            .SelectMany(parameter => new[] { $"--{Kebab(parameter.Key)}", parameter.Value is JsonValue value ? value.ToString() : parameter.Value!.ToJsonString() });
        var run = await RunAsync([service, Kebab(operation), .. flags]);
        if (run.ExitCode == 0)
        {
            return (new SdkAnswer(run.Output.Length == 0 ? null : JsonNode.Parse(run.Output)), null);
        }

        return ErrorLine().Match(run.Errors) is { Success: true } match
            ? (null, SdkError.Of(match.Groups["code"].Value, 0, match.Groups["message"].Value))
            : throw new InvalidOperationException($"aws {service} {operation}: {run.Errors}");
    }

    private static string Kebab(string name) => WordStart().Replace(name, "-$0").ToLowerInvariant();

    [GeneratedRegex(@"(?<=[a-z0-9])[A-Z]|(?<=[A-Z])[A-Z](?=[a-z])")]
    private static partial Regex WordStart();

    [GeneratedRegex(@"An error occurred \((?<code>\w+)\) when calling the \w+ operation: (?<message>.*?)\s*\z", RegexOptions.Singleline)]
    private static partial Regex ErrorLine();
}
