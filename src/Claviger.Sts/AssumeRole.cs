using Claviger.Aws;
using Claviger.Aws.Shapes.Sts;
using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Sts;

/// <summary>Gives temporary credentials of a role to who its trust policy trusts.</summary>
internal sealed class AssumeRole(SessionTokens tokens, TrustPolicies trust, MfaCodes codes) : ReadOperation<AssumeRoleRequest, AssumeRoleResponse>
{
    private static readonly TimeSpan LongestChained = TimeSpan.FromHours(1);

    protected override void Refine(AssumeRoleRequest request, CallContext call)
    {
        if (!RoleName.TryParse(request.RoleArn, out _))
        {
            throw AwsError.ValidationError($"{request.RoleArn} is invalid");
        }

        SessionTags.Check(request.Tags, request.TransitiveTagKeys);
        SessionPolicies.Check(request.Policy, request.PolicyArns);
    }

    protected override ValueTask IdentifyAsync(AssumeRoleRequest request, CallContext call) =>
        SecondFactor.ShowAsync(codes, call, request.SerialNumber, request.TokenCode);

    protected override void Authorize(AssumeRoleRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        if (call.Caller.Kind == CallerKind.Root)
        {
            throw AwsError.AccessDenied("Roles may not be assumed by root accounts.");
        }

        // AWS: a role that doesn't exist is denied like one that trusts nobody.
        var name = RoleName.Parse(request.RoleArn);
        var role = name.Find(state);
        var trusted = role is null ? TrustPolicies.Nobody : trust.Of(role);
        var sourceIdentity = request.SourceIdentity ?? call.Caller.Session?.Document.SourceIdentity;
        AddTarget("sts:AssumeRole");
        // AWS: tags and a source identity that a chain of roles hands on need the same permission as those that are passed.
        if (request.Tags is { Count: > 0 } || SessionTags.HandedOnBy(call.Caller).Count > 0)
        {
            AddTarget("sts:TagSession");
        }

        if (sourceIdentity is not null)
        {
            AddTarget("sts:SetSourceIdentity");
        }

        void AddTarget(string action) => targets.Add(action, request.RoleArn, name.Account)
            .WithResourcePolicy(trusted, explicitTrust: true)
            .WithResourceTags(role?.Tags)
            .WithRequestTags(SessionTags.Read(request.Tags))
            .With(StsKeys.ExternalId, request.ExternalId)
            .With(StsKeys.RoleSessionName, request.RoleSessionName)
            .With(StsKeys.DurationSeconds, request.DurationSeconds is { } seconds ? ContextValue.Of(seconds) : ContextValue.Missing)
            .With(StsKeys.SourceIdentity, sourceIdentity)
            .With(StsKeys.TransitiveTagKeys, request.TransitiveTagKeys is { } keys ? ContextValue.List(keys) : ContextValue.Missing);
    }

    protected override AssumeRoleResponse Run(AssumeRoleRequest request, CallContext call, ReadTransaction state)
    {
        var name = RoleName.Parse(request.RoleArn);
        var role = name.Find(state)!;
        var isChained = call.Caller.Kind == CallerKind.RoleSession;
        var (tags, transitiveKeys) = SessionTags.Inherit(call.Caller, request.Tags, request.TransitiveTagKeys);
        var begin = SessionTimes.Begin(call);
        var session = new SessionDocument
        {
            Kind = SessionKind.Role,
            Origin = isChained ? SessionOrigin.Chained : SessionOrigin.AssumeRole,
            Account = role.Account,
            PrincipalId = role.Id,
            SessionName = request.RoleSessionName,
            MfaAt = call.MfaAt,
            IssuedAt = begin,
            ExpiresAt = begin + DurationOf(request, role, call.Caller),
            Policy = request.Policy,
            PolicyArns = SessionPolicies.Arns(request.PolicyArns, role.Account, state),
            Tags = tags,
            TransitiveTagKeys = transitiveKeys,
            SourceIdentity = SourceIdentityOf(request, call),
            DeliveryKeys = call.DeliveryKeys,
        };
        var issued = tokens.Issue(session);
        return new AssumeRoleResponse
        {
            Credentials = CredentialsShapes.Of(issued),
            AssumedRoleUser = RoleSessions.User(role, request.RoleSessionName),
            PackedPolicySize = Pipeline.PackedPolicySize.Percent(session.Policy, session.PolicyArns, session.Tags),
            SourceIdentity = session.SourceIdentity,
        };
    }

    private static TimeSpan DurationOf(AssumeRoleRequest request, RoleRecord role, Caller caller)
    {
        if (caller.Kind == CallerKind.RoleSession && request.DurationSeconds > LongestChained.TotalSeconds)
        {
            throw AwsError.ValidationError(
                "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.");
        }

        // AWS: what a service assumes a role for, instances above all, is not bound by the role's setting.
        return caller.Kind == CallerKind.Service
            ? RoleSessions.Unbound(request.DurationSeconds)
            : RoleSessions.Duration(request.DurationSeconds, role);
    }

    // AWS: once set, a source identity stays for the whole chain.
    private static string? SourceIdentityOf(AssumeRoleRequest request, CallContext call)
    {
        var present = call.Caller.Session?.Document.SourceIdentity;
        return present is null || request.SourceIdentity is null || request.SourceIdentity == present
            ? request.SourceIdentity ?? present
            : throw AwsError.AccessDenied($"User: {call.Caller.Arn} is not authorized to perform: sts:SetSourceIdentity on resource: {request.RoleArn}");
    }
}
