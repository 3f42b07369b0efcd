using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Trust policies on their way into a role.</summary>
internal static class TrustDocuments
{
    /// <summary>The document as it is kept.</summary>
    /// <exception cref="AwsError">It is not a trust policy, too long, or trusts who doesn't exist.</exception>
    public static string Accept(string document, WriteTransaction state)
    {
        Documents.Demand(document, PolicyKind.Trust);
        var quota = Quotas.Of(Accounts.Find(state, state.Account)!, "ACLSizePerRole");
        return PolicySize.Count(document) <= quota
            ? TrustPrincipals.Resolved(document, state)
            : throw AwsError.LimitExceeded($"Cannot exceed quota for ACLSizePerRole: {quota}");
    }
}
