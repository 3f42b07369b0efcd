namespace Claviger.EndToEnd;

/// <summary>An access key with its secret, and the session token of temporary ones.</summary>
public sealed record AwsCredentials(string AccessKeyId, string SecretAccessKey, string? SessionToken = null);
