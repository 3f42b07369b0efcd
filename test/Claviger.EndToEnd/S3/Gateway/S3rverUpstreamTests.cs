namespace Claviger.EndToEnd;

/// <summary>A gateway in front of s3rver, which takes whatever its one key has signed: all that is refused, the gateway refuses.</summary>
public sealed class S3rverUpstreamTests(S3rverUpstream servers) : GatewayTests(servers), IClassFixture<S3rverUpstream>;
