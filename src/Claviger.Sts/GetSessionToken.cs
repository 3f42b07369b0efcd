using Claviger.Aws;
using Claviger.Aws.Shapes.Sts;
using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Sts;

/// <summary>Gives a user temporary credentials of its own.</summary>
internal sealed class GetSessionToken(SessionTokens tokens, MfaCodes codes) : ReadOperation<GetSessionTokenRequest, GetSessionTokenResponse>
{
    private static readonly TimeSpan DefaultDuration = TimeSpan.FromHours(12);
    private static readonly TimeSpan LongestOfRoot = TimeSpan.FromHours(1);

    protected override ValueTask IdentifyAsync(GetSessionTokenRequest request, CallContext call) =>
        SecondFactor.ShowAsync(codes, call, request.SerialNumber, request.TokenCode);

    // AWS: needs no permission; an explicit deny is respected.
    protected override void Authorize(GetSessionTokenRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("sts:GetSessionToken").Under(StandingRule.GrantsLikeIdentity);

    protected override GetSessionTokenResponse Run(GetSessionTokenRequest request, CallContext call, ReadTransaction state)
    {
        // A person at the console is signed in by a password: that is no session that this gave, and its second factor counts.
        var signedIn = call.Caller.Session?.Document is { Origin: SessionOrigin.Console } document ? document : null;
        if ((call.Caller.Session is not null && signedIn is null) || call.Caller.Kind is not (CallerKind.User or CallerKind.Root))
        {
            throw AwsError.AccessDenied("Cannot call GetSessionToken with session credentials");
        }

        var begin = SessionTimes.Begin(call);
        var isRoot = call.Caller.Kind == CallerKind.Root;
        var duration = request.DurationSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : DefaultDuration;

        // AWS: the root user's session lasts an hour, whatever is asked for.
        var session = new SessionDocument
        {
            Kind = isRoot ? SessionKind.Root : SessionKind.User,
            Origin = SessionOrigin.SessionToken,
            Account = call.Caller.Account,
            PrincipalId = call.Caller.UniqueId,
            MfaAt = call.MfaAt ?? signedIn?.MfaAt,
            IssuedAt = begin,
            ExpiresAt = begin + (isRoot && duration > LongestOfRoot ? LongestOfRoot : duration),
        };
        return new GetSessionTokenResponse { Credentials = CredentialsShapes.Of(tokens.Issue(session)) };
    }
}
