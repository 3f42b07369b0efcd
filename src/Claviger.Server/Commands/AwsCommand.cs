using System.CommandLine;
using System.Diagnostics;

namespace Claviger.Server;

/// <summary><c>claviger aws …</c>: the installed <c>aws</c> against the running server.</summary>
internal static class AwsCommand
{
    /// <summary>What <c>--help</c> says of it; its arguments are aws's own and never parsed here.</summary>
    public static Command Describe() =>
        new("aws", "Runs the installed aws against the running server: as the root user, unless the environment holds credentials or a profile.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var server = RunningServer.Find(null);
        // AWS: clients before 2.13 know no AWS_ENDPOINT_URL.
        var start = new ProcessStartInfo("aws", ["--endpoint-url", server.Endpoint.OriginalString.TrimEnd('/'), .. arguments]);
        var environment = start.Environment;
        environment.TryAdd("AWS_DEFAULT_REGION", "us-east-1");
        if (!environment.ContainsKey("AWS_ACCESS_KEY_ID") && !environment.ContainsKey("AWS_PROFILE"))
        {
            var key = server.ReadRootKey();
            environment["AWS_ACCESS_KEY_ID"] = key.AccessKeyId;
            environment["AWS_SECRET_ACCESS_KEY"] = key.SecretAccessKey;
            environment.Remove("AWS_SESSION_TOKEN");
        }

        try
        {
            // Ctrl-C goes to the whole foreground group: aws ends by itself, and its exit code is still to be passed on.
            System.Console.CancelKeyPress += (_, press) => press.Cancel = true;
            using var aws = Process.Start(start)!;
            await aws.WaitForExitAsync();
            return aws.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new CommandException("There is no aws on the PATH: install the AWS CLI (on Debian: apt-get install awscli).", error);
        }
    }
}
