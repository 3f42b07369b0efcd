using System.Diagnostics;

namespace Claviger.EndToEnd;

/// <summary>A client of S3 that is run from a command line, as one caller's hands.</summary>
internal static class CommandLine
{
    /// <summary>Runs <c>s3cmd</c>, which wants its settings as flags.</summary>
    public static Task<ProgramRun> S3cmdAsync(TestServer server, AwsCredentials who, params string[] arguments) => RunAsync(
        "/usr/bin/s3cmd",
        [
            "--no-ssl", $"--host={server.Endpoint.Authority}", $"--host-bucket={server.Endpoint.Authority}", "--region=us-east-1", "--no-progress", "--config=/dev/null",
            $"--access_key={who.AccessKeyId}", $"--secret_key={who.SecretAccessKey}", .. arguments,
        ],
        []);

    /// <summary>Runs <c>rclone</c>, which takes a remote from variables: <c>here:</c>.</summary>
    public static Task<ProgramRun> RcloneAsync(TestServer server, AwsCredentials who, params string[] arguments) => RunAsync(
        "/usr/bin/rclone",
        ["--config=/dev/null", "--retries=1", .. arguments],
        new()
        {
            ["RCLONE_CONFIG_HERE_TYPE"] = "s3",
            ["RCLONE_CONFIG_HERE_PROVIDER"] = "Other",
            ["RCLONE_CONFIG_HERE_ENDPOINT"] = server.Endpoint.OriginalString,
            ["RCLONE_CONFIG_HERE_REGION"] = "us-east-1",
            ["RCLONE_CONFIG_HERE_ACCESS_KEY_ID"] = who.AccessKeyId,
            ["RCLONE_CONFIG_HERE_SECRET_ACCESS_KEY"] = who.SecretAccessKey,
        });

    /// <summary>Runs a story for Node beside this repository's packages.</summary>
    public static Task<ProgramRun> NodeAsync(string script, params string[] arguments) =>
        RunAsync("node", [Path.Combine(Repository.Root, "test/Claviger.EndToEnd/Clients", script), .. arguments], []);

    private static Task<ProgramRun> RunAsync(string program, IEnumerable<string> arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        AwsEnvironment.Clean(start.Environment);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return ProgramRun.OfAsync(start);
    }
}
