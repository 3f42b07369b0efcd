using Claviger.Pipeline;

namespace Claviger.Server;

/// <summary>What is ours on the AWS endpoint. Any other first path segment may be a bucket.</summary>
internal static class OwnPaths
{
    public const string Liveness = OwnEndpoint.Prefix + "livez";
    public const string Readiness = OwnEndpoint.Prefix + "readyz";
    public const string Accounts = OwnEndpoint.Prefix + "accounts";
    public const string InstanceIdentity = OwnEndpoint.Prefix + "instance-identity.pem";
    public const string Quotas = OwnEndpoint.Prefix + "quotas";
}
