using Claviger.Policy;

namespace Claviger.S3;

/// <summary>Another S3 server that keeps the objects, and how it is reached.</summary>
/// <param name="Url">Scheme, host and port.</param>
/// <param name="Region">The region that it is signed for.</param>
/// <param name="AccessKeyId">The id of the access key that it gives us.</param>
/// <param name="SecretAccessKey">The key's secret.</param>
/// <param name="Adopter">The account that may make buckets its own which are there already; null for none.</param>
public sealed record S3Upstream(Uri Url, string Region, string AccessKeyId, string SecretAccessKey, AccountId? Adopter)
{
    /// <summary>All but the secret.</summary>
    public override string ToString() => $"{Url.GetLeftPart(UriPartial.Authority)} ({Region})";
}
