using Claviger.Aws;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Whether an account gives out tokens of its own.</summary>
internal static class OutboundFederation
{
    /// <summary>The account's issuer.</summary>
    /// <exception cref="AwsError">FeatureDisabled: it was never switched on, or is off.</exception>
    public static TokenIssuerRecord Demand(ReadTransaction state, AccountId account) => TokenIssuers.Find(state, account) is { IsEnabled: true } issuer
        ? issuer
        : throw AwsError.FeatureDisabled("Outbound identity federation is disabled for your account.");
}
