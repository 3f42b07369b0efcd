using System.Text;
using Claviger.Aws;
using Claviger.Aws.Shapes.Sts;
using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Sts;

/// <summary>Checks the assertions that AssumeRoleWithSAML is called with: provider, signature, issuer, audience, recipient, times, role.</summary>
internal sealed class SamlIdentities(IStore store, SecretBox box, SamlAddresses addresses)
{
    // AWS: within five minutes an assertion may be used more than once.
    private static readonly TimeSpan Redeemable = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>Checks the assertion of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="account">The account of the role that is asked for, whose providers alone are trusted.</param>
    /// <param name="call">The call.</param>
    /// <exception cref="AwsError">InvalidIdentityToken, ExpiredTokenException or IDPRejectedClaim.</exception>
    public async ValueTask<SamlIdentity> CheckAsync(AssumeRoleWithSAMLRequest request, AccountId account, CallContext call)
    {
        var response = SamlResponse.Read(request.SAMLAssertion)
            ?? throw Refusal("Invalid base64 SAMLResponse", "AuthSamlInvalidSamlResponseException", call);
        var (provider, keys) = await store.ReadAsync(
            (request.PrincipalArn, account),
            static (state, it) => (SamlProviders.Find(state, it.account, it.PrincipalArn), SamlKeys.Of(state, it.PrincipalArn)));
        if (provider is null || SamlMetadata.Read(provider.Metadata) is not { } metadata)
        {
            throw Refusal("Specified provider doesn't exist", "AuthSamlManifestNotFoundException", call);
        }

        if (call.Time >= provider.ValidUntil)
        {
            throw AwsError.InvalidIdentityToken("The metadata of the specified provider has expired");
        }

        if (provider.EncryptionMode == "Required" && !response.IsEncrypted)
        {
            throw AwsError.InvalidIdentityToken("The specified provider requires encrypted assertions");
        }

        var assertion = response.Open(metadata, response.IsEncrypted ? [.. keys.Select(Opened)] : []);
        if (assertion.Issuer != metadata.EntityId)
        {
            throw Refusal("Issuer not present in specified provider", "AuthSamlInvalidSamlResponseException", call);
        }

        DemandForUs(assertion, provider);
        DemandTimes(assertion, call.Time);
        var identity = new SamlIdentity(assertion, provider);
        return identity.MayHave(request.RoleArn, request.PrincipalArn)
            ? identity
            : throw AwsError.InvalidIdentityToken("SAML Assertion doesn't contain the requested Role and Metadata in the attributes");
    }

    // AWS: these are told as another service's, within STS's own error.
    private static AwsError Refusal(string message, string code, CallContext call) => AwsError.InvalidIdentityToken(
        $"{message} (Service: AWSOpenIdDiscoveryService; Status Code: 400; Error Code: {code}; Request ID: {call.RequestId}; Proxy: null)");

    private static void DemandTimes(SamlAssertion assertion, DateTimeOffset now)
    {
        if (now >= assertion.IssuedAt + Redeemable)
        {
            throw AwsError.ExpiredTokenException("Token must be redeemed within 5 minutes of issuance");
        }

        if (now >= assertion.NotOnOrAfter || now >= assertion.SessionEnd)
        {
            throw AwsError.ExpiredTokenException("Assertion is expired");
        }

        if (assertion.IssuedAt > now + Skew || assertion.NotBefore > now + Skew)
        {
            throw AwsError.InvalidIdentityToken("Assertion is not valid yet");
        }
    }

    private void DemandForUs(SamlAssertion assertion, SamlProviderRecord provider)
    {
        if (!addresses.IsRecipient(assertion.Recipient, provider.Id))
        {
            throw AwsError.InvalidIdentityToken("Response does not contain the required recipient.");
        }

        if (!addresses.IsFor(assertion, provider.Id))
        {
            throw AwsError.InvalidIdentityToken("Response does not contain the required audience.");
        }
    }

    private string Opened(SamlKeyRecord key) =>
        Encoding.UTF8.GetString(box.Open(SecretPurpose.SamlAssertionKey, key.Account, key.Id, key.SealedPrivateKey));
}
