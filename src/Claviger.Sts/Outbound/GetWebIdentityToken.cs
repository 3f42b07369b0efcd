using Claviger.Aws;
using Claviger.Aws.Shapes.Sts;
using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Sts;

/// <summary>Gives the caller a token, signed by the account's issuer, by which others know who it is.</summary>
internal sealed class GetWebIdentityToken(TokenSigningKeys keys, EndpointAddress address) : ReadOperation<GetWebIdentityTokenRequest, GetWebIdentityTokenResponse>
{
    // Ours: AWS publishes that there is a limit, not which.
    private const int LongestPayload = 16 * 1024;
    private static readonly TimeSpan DefaultDuration = TimeSpan.FromMinutes(5);

    protected override void Refine(GetWebIdentityTokenRequest request, CallContext call)
    {
        if (request.SigningAlgorithm is not (TokenSigningKeys.Rsa or TokenSigningKeys.EllipticCurve))
        {
            throw AwsError.ValidationError(
                $"1 validation error detected: Value '{request.SigningAlgorithm}' at 'signingAlgorithm' failed to satisfy constraint: Member must satisfy enum value set: [{TokenSigningKeys.Rsa}, {TokenSigningKeys.EllipticCurve}]");
        }

        SessionTags.Check(request.Tags, transitiveKeys: null);
    }

    protected override void Authorize(GetWebIdentityTokenRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        AddTarget("sts:GetWebIdentityToken");
        if (request.Tags is { Count: > 0 })
        {
            AddTarget("sts:TagGetWebIdentityToken");
        }

        void AddTarget(string action) => targets.Add(action)
            .WithRequestTags(SessionTags.Read(request.Tags))
            .With(StsKeys.IdentityTokenAudience, ContextValue.List(request.Audience))
            .With(StsKeys.SigningAlgorithm, request.SigningAlgorithm)
            .With(StsKeys.DurationSeconds, ContextValue.Of((long)DurationOf(request).TotalSeconds));
    }

    protected override GetWebIdentityTokenResponse Run(GetWebIdentityTokenRequest request, CallContext call, ReadTransaction state)
    {
        if (TokenIssuers.Find(state, call.Caller.Account) is not { IsEnabled: true } issuer)
        {
            throw AwsError.OutboundWebIdentityFederationDisabledException("Outbound web identity federation is not enabled for this account.");
        }

        var begin = SessionTimes.Begin(call);
        var end = begin + DurationOf(request);
        if (call.Caller.Session?.Document.ExpiresAt < end)
        {
            throw AwsError.SessionDurationEscalationException("The requested token duration would outlast the session that it is requested with.");
        }

        var payload = IdentityTokenPayload.Write(address.OfIssuer(issuer.Id), request, call, begin, end);
        return payload.Length <= LongestPayload
            ? new GetWebIdentityTokenResponse { WebIdentityToken = keys.Sign(issuer, request.SigningAlgorithm, payload), Expiration = end }
            : throw AwsError.JWTPayloadSizeExceededException("The requested token payload size exceeds the maximum allowed size.");
    }

    private static TimeSpan DurationOf(GetWebIdentityTokenRequest request) =>
        request.DurationSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : DefaultDuration;
}
