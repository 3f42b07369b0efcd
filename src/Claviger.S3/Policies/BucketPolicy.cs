using Claviger.Policy;

namespace Claviger.S3;

/// <summary>A bucket's policy, ready for decisions.</summary>
/// <param name="Compiled">Its statements.</param>
/// <param name="IsPublic">Whether it lets in the public, as Block Public Access counts it.</param>
internal sealed record BucketPolicy(PolicySet Compiled, bool IsPublic);
