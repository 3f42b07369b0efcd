namespace Claviger.Pipeline;

/// <summary>A session token, opened: the session and the key that belongs to it.</summary>
/// <param name="Document">The session.</param>
/// <param name="AccessKeyId">The id that requests with the token must be signed under.</param>
/// <param name="SecretAccessKey">Its secret, derived.</param>
public sealed record OpenedSession(SessionDocument Document, string AccessKeyId, string SecretAccessKey)
{
    /// <summary>The id alone: secrets are not for logs.</summary>
    public override string ToString() => AccessKeyId;
}
