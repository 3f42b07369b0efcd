using Claviger.Aws;
using Claviger.Aws.Shapes.Sts;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Sts;

/// <summary>Gives temporary credentials of a role to somebody for whom an OpenID Connect issuer vouches that the role trusts.</summary>
internal sealed class AssumeRoleWithWebIdentity(IStore store, SessionTokens tokens, TrustPolicies trust, EndpointAddress address, TimeProvider time)
    : ReadOperation<AssumeRoleWithWebIdentityRequest, AssumeRoleWithWebIdentityResponse>
{
    private readonly WebIdentityTokens _identities = new(store, address, time);

    protected override void Refine(AssumeRoleWithWebIdentityRequest request, CallContext call)
    {
        if (!RoleName.TryParse(request.RoleArn, out _))
        {
            throw AwsError.ValidationError($"{request.RoleArn} is invalid");
        }

        if (request.ProviderId is not null)
        {
            // AWS: for the tokens of OAuth 2.0 of two providers of old alone.
            throw AwsError.InvalidParameterValue("ProviderId must not be given for tokens of OpenID Connect.");
        }

        SessionPolicies.Check(request.Policy, request.PolicyArns);
    }

    protected override async ValueTask IdentifyAsync(AssumeRoleWithWebIdentityRequest request, CallContext call)
    {
        var account = RoleName.Parse(request.RoleArn).Account;
        var identity = await _identities.CheckAsync(request.WebIdentityToken, account, call.Time);
        SessionTags.CheckForm(identity.Tags);
        SessionTags.Check(identity.Tags.Tags, identity.Tags.TransitiveTagKeys);
        call.Caller = Caller.Federated(identity.ProviderArn, identity.Subject, account);
        call.Proof = identity;
    }

    protected override void Authorize(AssumeRoleWithWebIdentityRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        FederatedRole.Authorize(
            targets, "sts:AssumeRoleWithWebIdentity", request.RoleArn, request.RoleSessionName, request.DurationSeconds, (WebIdentity)call.Proof!, trust, state);
    }

    protected override AssumeRoleWithWebIdentityResponse Run(AssumeRoleWithWebIdentityRequest request, CallContext call, ReadTransaction state)
    {
        var role = RoleName.Parse(request.RoleArn).Find(state)!;
        var identity = (WebIdentity)call.Proof!;
        var begin = SessionTimes.Begin(call);
        var session = new SessionDocument
        {
            Kind = SessionKind.Role,
            Origin = SessionOrigin.WebIdentity,
            Account = role.Account,
            PrincipalId = role.Id,
            SessionName = request.RoleSessionName,
            IssuedAt = begin,
            ExpiresAt = begin + RoleSessions.Duration(request.DurationSeconds, role),
            Policy = request.Policy,
            PolicyArns = SessionPolicies.Arns(request.PolicyArns, role.Account, state),
            Tags = SessionTags.Read(identity.Tags.Tags),
            TransitiveTagKeys = identity.Tags.TransitiveTagKeys,
            SourceIdentity = identity.SourceIdentity,
            FederatedProvider = identity.ProviderArn,
            DeliveryKeys = identity.LastingKeys,
        };
        return new AssumeRoleWithWebIdentityResponse
        {
            Credentials = CredentialsShapes.Of(tokens.Issue(session)),
            SubjectFromWebIdentityToken = identity.Subject,
            AssumedRoleUser = RoleSessions.User(role, request.RoleSessionName),
            PackedPolicySize = PackedPolicySize.Percent(session.Policy, session.PolicyArns, session.Tags),
            Provider = identity.Issuer,
            Audience = identity.Audience,
            SourceIdentity = session.SourceIdentity,
        };
    }
}
