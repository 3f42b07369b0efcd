using Claviger.Store;

namespace Claviger.S3;

/// <summary>The source of a copy, its bytes ready to be read.</summary>
/// <param name="Bucket">Its bucket.</param>
/// <param name="Record">The object.</param>
/// <param name="Content">The bytes that are copied.</param>
internal sealed record OpenSource(BucketRecord Bucket, ObjectRecord Record, Stream Content);
