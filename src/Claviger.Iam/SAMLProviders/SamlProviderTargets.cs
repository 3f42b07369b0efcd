using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>How operations find the SAML provider that a request is about, and name it for the decision.</summary>
internal static class SamlProviderTargets
{
    /// <summary>Adds an action on the provider of an ARN; whether it exists makes no difference to who may not act.</summary>
    public static Target AddSamlProvider(this Targets targets, string action, CallContext call, string arn, ReadTransaction state) =>
        targets.Add(action, arn).WithResourceTags(ManagedPolicyLookup.IsArn(arn) ? SamlProviders.Find(state, call.Caller.Account, arn)?.Tags : null);

    /// <summary>The provider of an ARN.</summary>
    /// <exception cref="AwsError">There is none.</exception>
    public static SamlProviderRecord SamlProvider(this ReadTransaction state, CallContext call, string arn)
    {
        ManagedPolicyLookup.DemandArn(arn);
        return SamlProviders.Find(state, call.Caller.Account, arn) ?? throw AwsError.NoSuchEntity($"SAMLProvider not found for arn {arn}");
    }
}
