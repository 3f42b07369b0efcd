using System.Diagnostics;

namespace Claviger.EndToEnd;

/// <summary>A gateway in front of s3rver, a small S3 server over a folder that has no IAM at all.</summary>
public sealed class S3rverUpstream(TestServer tests) : GatewayServers(tests)
{
    private readonly TemporaryFolder _folder = new();
    private Process? _process;
    private Uri? _endpoint;

    /// <inheritdoc/>
    protected override AwsCredentials UpstreamKey { get; } = new("S3RVER", "S3RVER");

    /// <inheritdoc/>
    protected override Uri UpstreamEndpoint => _endpoint!;

    /// <inheritdoc/>
    public override async ValueTask InitializeAsync()
    {
        var script = Path.Combine(Repository.Root, "test/Claviger.EndToEnd/Clients/node_modules/s3rver/bin/s3rver.js");
        _process = Process.Start(new ProcessStartInfo("node", [script, "-d", _folder.Path, "-a", "127.0.0.1", "-p", "0", "-s", "--no-vhost-buckets"])
        {
            RedirectStandardOutput = true,
        })!;
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("listening on", StringComparison.Ordinal))
            {
                _endpoint = new Uri($"http://127.0.0.1:{line.Split(':')[^1]}");
                break;
            }
        }

        await base.InitializeAsync();
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Dispose();
    }
}
