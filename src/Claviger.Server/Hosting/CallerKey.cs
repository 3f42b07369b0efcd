namespace Claviger.Server;

/// <summary>The credentials that a command calls with: those of the environment, else the root user's in the data folder.</summary>
internal sealed record CallerKey(string AccessKeyId, string SecretAccessKey, string? SessionToken)
{
    public static CallerKey Of(RunningServer server)
    {
        var key = RootKey.FromEnvironment();
        var root = key ?? server.ReadRootKey();
        return new CallerKey(root.AccessKeyId, root.SecretAccessKey, key is null ? null : Environment.GetEnvironmentVariable("AWS_SESSION_TOKEN"));
    }

    /// <summary>Names no secret.</summary>
    public override string ToString() => AccessKeyId;
}
