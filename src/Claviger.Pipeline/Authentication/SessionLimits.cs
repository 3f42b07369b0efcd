using Claviger.Aws;

namespace Claviger.Pipeline;

/// <summary>What temporary credentials may not call at all, whatever policies say.</summary>
internal static class SessionLimits
{
    /// <summary>The refusal of a call; null if the session may make it.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="service">The service called.</param>
    /// <param name="operation">The operation's name; null if it is not known.</param>
    /// <param name="errors">How the service words the refusal of credentials.</param>
    public static AwsError? Check(Caller caller, ServiceModel service, string? operation, SignatureErrors errors)
    {
        if (caller.Session?.Document is not { } session)
        {
            return null;
        }

        return service.Name switch
        {
            // AWS: credentials of GetSessionToken can't call IAM unless a second factor was shown for them, those of GetFederationToken
            // never can; the answer is that of a token that can't be read.
            "iam" when session.Kind == SessionKind.FederatedUser || (session.Origin == SessionOrigin.SessionToken && session.MfaAt is null) =>
                errors.InvalidToken(),
            "sts" when operation is not null && !MayCall(session, operation) =>
                AwsError.AccessDenied($"Cannot call {operation} with session credentials"),
            _ => null,
        };
    }

    private static bool MayCall(SessionDocument session, string operation) => session.Origin switch
    {
        SessionOrigin.FederationToken => operation is "GetCallerIdentity",
        SessionOrigin.SessionToken => operation is "GetCallerIdentity" or "AssumeRole",
        SessionOrigin.AssumeRole or SessionOrigin.Chained or SessionOrigin.Saml or SessionOrigin.WebIdentity or SessionOrigin.Instance
            or SessionOrigin.Console => operation is not ("GetSessionToken" or "GetFederationToken"),
    };
}
