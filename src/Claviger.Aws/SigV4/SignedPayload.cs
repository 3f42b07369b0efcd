namespace Claviger.Aws;

/// <summary>How a request to S3 was signed, for what is checked while its body is read.</summary>
/// <param name="IsPresigned">Whether in the query.</param>
/// <param name="SignedAt">When.</param>
/// <param name="Chunks">The chain that the chunks of its body continue.</param>
public sealed record SignedPayload(bool IsPresigned, DateTimeOffset SignedAt, ChunkSignatures Chunks);
