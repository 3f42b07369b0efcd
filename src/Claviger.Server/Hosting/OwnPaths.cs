namespace Claviger.Server;

/// <summary>What is ours on the AWS endpoint. Any other first path segment may be a bucket.</summary>
internal static class OwnPaths
{
    public const string Prefix = "/_claviger/";
    public const string Liveness = Prefix + "livez";
    public const string Readiness = Prefix + "readyz";
    public const string Reset = Prefix + "reset";
    public const string Accounts = Prefix + "accounts";
    public const string Quotas = Prefix + "quotas";
}
