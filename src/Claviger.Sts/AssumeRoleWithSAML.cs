using Claviger.Aws;
using Claviger.Aws.Shapes.Sts;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Sts;

/// <summary>Gives temporary credentials of a role to somebody for whom a SAML identity provider vouches that the role trusts.</summary>
internal sealed class AssumeRoleWithSAML(IStore store, SessionTokens tokens, TrustPolicies trust, SecretBox box, ConsoleAddress console)
    : ReadOperation<AssumeRoleWithSAMLRequest, AssumeRoleWithSAMLResponse>
{
    private readonly SamlIdentities _identities = new(store, box, new SamlAddresses(console));

    protected override void Refine(AssumeRoleWithSAMLRequest request, CallContext call)
    {
        if (!RoleName.TryParse(request.RoleArn, out _))
        {
            throw AwsError.ValidationError($"{request.RoleArn} is invalid");
        }

        SessionPolicies.Check(request.Policy, request.PolicyArns);
    }

    protected override async ValueTask IdentifyAsync(AssumeRoleWithSAMLRequest request, CallContext call)
    {
        var account = RoleName.Parse(request.RoleArn).Account;
        var identity = await _identities.CheckAsync(request, account, call);
        SessionTags.CheckForm(identity.Tags);
        SessionTags.Check(identity.Tags.Tags, identity.Tags.TransitiveTagKeys);
        call.Caller = Caller.Federated(identity.ProviderArn, identity.Subject, account, identity.NameQualifier);
        call.Proof = identity;
    }

    protected override void Authorize(AssumeRoleWithSAMLRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        var identity = (SamlIdentity)call.Proof!;
        FederatedRole.Authorize(targets, "sts:AssumeRoleWithSAML", request.RoleArn, identity.SessionName, request.DurationSeconds, identity, trust, state);
    }

    protected override AssumeRoleWithSAMLResponse Run(AssumeRoleWithSAMLRequest request, CallContext call, ReadTransaction state)
    {
        var role = RoleName.Parse(request.RoleArn).Find(state)!;
        var identity = (SamlIdentity)call.Proof!;
        var begin = SessionTimes.Begin(call);
        var session = new SessionDocument
        {
            Kind = SessionKind.Role,
            Origin = SessionOrigin.Saml,
            Account = role.Account,
            PrincipalId = role.Id,
            SessionName = identity.SessionName,
            IssuedAt = begin,
            ExpiresAt = EndOf(begin, request, identity, role),
            Policy = request.Policy,
            PolicyArns = SessionPolicies.Arns(request.PolicyArns, role.Account, state),
            Tags = SessionTags.Read(identity.Tags.Tags),
            TransitiveTagKeys = identity.Tags.TransitiveTagKeys,
            SourceIdentity = identity.SourceIdentity,
            DeliveryKeys = identity.LastingKeys,
        };
        return new AssumeRoleWithSAMLResponse
        {
            Credentials = CredentialsShapes.Of(tokens.Issue(session)),
            AssumedRoleUser = RoleSessions.User(role, identity.SessionName),
            PackedPolicySize = PackedPolicySize.Percent(session.Policy, session.PolicyArns, session.Tags),
            Subject = identity.Subject,
            SubjectType = identity.SubjectType,
            Issuer = identity.Issuer,
            Audience = identity.Recipient,
            NameQualifier = identity.NameQualifier,
            SourceIdentity = session.SourceIdentity,
        };
    }

    // AWS: the session ends with that at the provider, if that is earlier. What the provider asks for counts where the request says nothing.
    private static DateTimeOffset EndOf(DateTimeOffset begin, AssumeRoleWithSAMLRequest request, SamlIdentity identity, RoleRecord role)
    {
        var duration = request.DurationSeconds is null && identity.SessionDuration is { } asked
            ? TimeSpan.FromSeconds(Math.Min(asked.TotalSeconds, role.MaxSessionDuration.TotalSeconds))
            : RoleSessions.Duration(request.DurationSeconds, role);
        var end = begin + duration;
        return identity.SessionEnd is { } earlier && earlier < end ? DateTimeOffset.FromUnixTimeSeconds(earlier.ToUnixTimeSeconds()) : end;
    }
}
