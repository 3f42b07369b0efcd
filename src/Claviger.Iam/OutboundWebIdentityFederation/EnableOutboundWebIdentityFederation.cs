using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lets the account's principals have tokens by which others know them, and gives the account an issuer of its own for that.</summary>
internal sealed class EnableOutboundWebIdentityFederation(TokenSigningKeys keys, EndpointAddress address)
    : PreparedWriteOperation<EnableOutboundWebIdentityFederationRequest, TokenIssuerRecord, EnableOutboundWebIdentityFederationResponse>
{
    protected override void Authorize(EnableOutboundWebIdentityFederationRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:EnableOutboundWebIdentityFederation");

    protected override ValueTask<TokenIssuerRecord> PrepareAsync(EnableOutboundWebIdentityFederationRequest request, CallContext call) =>
        new(keys.New(call.Caller.Account, call.Time));

    protected override EnableOutboundWebIdentityFederationResponse Commit(
        EnableOutboundWebIdentityFederationRequest request, TokenIssuerRecord prepared, CallContext call, WriteTransaction state)
    {
        var present = TokenIssuers.Find(state, state.Account);
        if (present is { IsEnabled: true })
        {
            throw AwsError.FeatureEnabled("Outbound identity federation is already enabled for your account.");
        }

        // AWS: the issuer of an account is the same for good.
        if (present is null)
        {
            TokenIssuers.Insert(state, prepared);
        }
        else
        {
            TokenIssuers.Update(state, present with { IsEnabled = true });
        }

        return new EnableOutboundWebIdentityFederationResponse { IssuerIdentifier = address.OfIssuer((present ?? prepared).Id) };
    }
}
