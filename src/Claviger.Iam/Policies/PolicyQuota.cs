using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>How long a managed policy may be.</summary>
internal static class PolicyQuota
{
    /// <summary>Refuses a document longer than the account's quota, white space not counted.</summary>
    /// <exception cref="AwsError">LimitExceeded.</exception>
    public static void DemandSize(string document, WriteTransaction state)
    {
        var quota = Quotas.Of(Accounts.Find(state, state.Account)!, "PolicySize");
        if (PolicySize.Count(document) > quota)
        {
            throw AwsError.LimitExceeded($"Cannot exceed quota for PolicySize: {quota}");
        }
    }
}
