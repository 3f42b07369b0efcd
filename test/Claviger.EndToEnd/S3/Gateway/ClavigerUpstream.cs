namespace Claviger.EndToEnd;

/// <summary>A gateway in front of a second Claviger, which knows nothing of the first but the key that it has given it.</summary>
public sealed class ClavigerUpstream(TestServer tests) : GatewayServers(tests)
{
    private LiveServer? _upstream;

    /// <inheritdoc/>
    protected override AwsCredentials UpstreamKey { get; } = new("AKIAQAAAAAAAUPSTREAM", "upstream/secret+key0123456789abcdefghijk");

    /// <inheritdoc/>
    protected override Uri UpstreamEndpoint => _upstream!.Endpoint;

    /// <inheritdoc/>
    public override async ValueTask InitializeAsync()
    {
        _upstream = await LiveServer.StartAsync(["--ephemeral"], new Dictionary<string, string?>
        {
            ["CLAVIGER_ROOT_ACCESS_KEY_ID"] = UpstreamKey.AccessKeyId, ["CLAVIGER_ROOT_SECRET_ACCESS_KEY"] = UpstreamKey.SecretAccessKey,
        });
        await base.InitializeAsync();
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _upstream!.DisposeAsync();
    }
}
