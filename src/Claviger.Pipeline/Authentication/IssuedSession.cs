namespace Claviger.Pipeline;

/// <summary>The credentials of a new session. Shown once, to whoever asked for them.</summary>
/// <param name="AccessKeyId">The access key's id (ASIA…).</param>
/// <param name="SecretAccessKey">Its secret.</param>
/// <param name="SessionToken">The token that comes with each request.</param>
/// <param name="Expiration">When they end.</param>
public sealed record IssuedSession(string AccessKeyId, string SecretAccessKey, string SessionToken, DateTimeOffset Expiration)
{
    /// <summary>The id alone: secrets are not for logs.</summary>
    public override string ToString() => AccessKeyId;
}
