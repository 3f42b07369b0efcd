using System.Diagnostics;

namespace Claviger.EndToEnd;

/// <summary>Debian's <c>aws</c>, as one caller's hands.</summary>
public sealed class AwsCli(Uri endpoint, AwsCredentials credentials)
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
        start.Environment["AWS_MAX_ATTEMPTS"] = "1";
        if (credentials.SessionToken is not null)
        {
            start.Environment["AWS_SESSION_TOKEN"] = credentials.SessionToken;
        }

        return ProgramRun.OfAsync(start);
    }
}
