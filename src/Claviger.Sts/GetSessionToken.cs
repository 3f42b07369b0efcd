using Claviger.Aws;
using Claviger.Aws.Shapes.Sts;
using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Sts;

/// <summary>Gives a user temporary credentials of its own.</summary>
internal sealed class GetSessionToken(SessionTokens tokens) : ReadOperation<GetSessionTokenRequest, GetSessionTokenResponse>
{
    private static readonly TimeSpan DefaultDuration = TimeSpan.FromHours(12);
    private static readonly TimeSpan LongestOfRoot = TimeSpan.FromHours(1);

    // AWS: needs no permission; an explicit deny is respected.
    protected override void Authorize(GetSessionTokenRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("sts:GetSessionToken").Under(StandingRule.GrantsLikeIdentity);

    protected override GetSessionTokenResponse Run(GetSessionTokenRequest request, CallContext call, ReadTransaction state)
    {
        if (call.Caller.Session is not null || call.Caller.Kind is not (CallerKind.User or CallerKind.Root))
        {
            throw AwsError.AccessDenied("Cannot call GetSessionToken with session credentials");
        }

        if (request.SerialNumber is not null || request.TokenCode is not null)
        {
            throw AwsError.AccessDenied(
                "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.");
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
            IssuedAt = begin,
            ExpiresAt = begin + (isRoot && duration > LongestOfRoot ? LongestOfRoot : duration),
        };
        return new GetSessionTokenResponse { Credentials = CredentialsShapes.Of(tokens.Issue(session)) };
    }
}
