using Claviger.Aws;
using Claviger.Aws.Shapes.Sts;
using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Sts;

/// <summary>Gives temporary credentials to somebody whom a user, or the root user, vouches for: with that user's permissions, as narrowed here.</summary>
internal sealed class GetFederationToken(SessionTokens tokens) : ReadOperation<GetFederationTokenRequest, GetFederationTokenResponse>
{
    private static readonly TimeSpan DefaultDuration = TimeSpan.FromHours(12);
    private static readonly TimeSpan LongestOfRoot = TimeSpan.FromHours(1);

    protected override void Refine(GetFederationTokenRequest request, CallContext call)
    {
        SessionTags.Check(request.Tags, transitiveKeys: null);
        SessionPolicies.Check(request.Policy, request.PolicyArns);
    }

    protected override void Authorize(GetFederationTokenRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        var arn = ArnOf(request, call);
        AddTarget("sts:GetFederationToken");
        if (request.Tags is { Count: > 0 })
        {
            AddTarget("sts:TagSession");
        }

        void AddTarget(string action) => targets.Add(action, arn)
            .WithRequestTags(SessionTags.Read(request.Tags))
            .With(StsKeys.DurationSeconds, request.DurationSeconds is { } seconds ? ContextValue.Of(seconds) : ContextValue.Missing);
    }

    protected override GetFederationTokenResponse Run(GetFederationTokenRequest request, CallContext call, ReadTransaction state)
    {
        if (call.Caller.Session is not null || call.Caller.Kind is not (CallerKind.User or CallerKind.Root))
        {
            throw AwsError.AccessDenied("Cannot call GetFederationToken with session credentials");
        }

        // AWS: the root user's lasts an hour, whatever is asked for.
        var duration = request.DurationSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : DefaultDuration;
        var begin = SessionTimes.Begin(call);
        var session = new SessionDocument
        {
            Kind = SessionKind.FederatedUser,
            Origin = SessionOrigin.FederationToken,
            Account = call.Caller.Account,
            PrincipalId = call.Caller.UniqueId,
            SessionName = request.Name,
            IssuedAt = begin,
            ExpiresAt = begin + (call.Caller.Kind == CallerKind.Root && duration > LongestOfRoot ? LongestOfRoot : duration),
            Policy = request.Policy,
            PolicyArns = SessionPolicies.Arns(request.PolicyArns, call.Caller.Account, state),
            Tags = SessionTags.Read(request.Tags),
        };
        return new GetFederationTokenResponse
        {
            Credentials = CredentialsShapes.Of(tokens.Issue(session)),
            FederatedUser = new FederatedUserShape { FederatedUserId = $"{call.Caller.Account}:{request.Name}", Arn = ArnOf(request, call) },
            PackedPolicySize = PackedPolicySize.Percent(session.Policy, session.PolicyArns, session.Tags),
        };
    }

    private static string ArnOf(GetFederationTokenRequest request, CallContext call) =>
        $"arn:aws:sts::{call.Caller.Account}:federated-user/{request.Name}";
}
