namespace Claviger.Server;

/// <summary>A root user's access key.</summary>
/// <param name="Profile">The profile that <c>aws configure import</c> makes of it.</param>
/// <param name="AccessKeyId">Its id.</param>
/// <param name="SecretAccessKey">Its secret.</param>
internal sealed record RootKey(string Profile, string AccessKeyId, string SecretAccessKey)
{
    /// <summary>The key in AWS's own variables; null where there is none.</summary>
    public static RootKey? FromEnvironment() =>
        (Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID"), Environment.GetEnvironmentVariable("AWS_SECRET_ACCESS_KEY")) is ({ } id, { } secret)
            ? new RootKey("", id, secret)
            : null;

    /// <summary>Names no secret.</summary>
    public override string ToString() => AccessKeyId;
}
