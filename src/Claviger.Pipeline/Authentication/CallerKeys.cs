using System.Collections.Frozen;
using Claviger.Policy;

namespace Claviger.Pipeline;

/// <summary>The condition keys that say who calls.</summary>
internal static class CallerKeys
{
    private static readonly ContextKey PrincipalTag = ContextKey.Of("aws:PrincipalTag");

    private static readonly FrozenDictionary<ContextKey, Func<Caller, DateTimeOffset, ContextValue>> OfEveryone =
        new Dictionary<ContextKey, Func<Caller, DateTimeOffset, ContextValue>>
        {
            [ContextKey.Of("aws:PrincipalArn")] = static (caller, _) => caller.Principal.PrincipalArn,
            [ContextKey.Of("aws:PrincipalAccount")] = static (caller, _) => Account(caller),
            [ContextKey.Of("aws:PrincipalType")] = static (caller, _) => TypeOf(caller.Kind),
            [ContextKey.Of("aws:PrincipalIsAWSService")] = static (caller, _) =>
                caller.Kind == CallerKind.Anonymous ? ContextValue.Missing : ContextValue.Of(caller.Kind == CallerKind.Service),
            [ContextKey.Of("aws:PrincipalServiceName")] = static (caller, _) => caller.Kind == CallerKind.Service ? caller.Arn : null,
            [ContextKey.Of("aws:PrincipalServiceNamesList")] = static (caller, _) =>
                caller.Kind == CallerKind.Service ? ContextValue.List([caller.Arn]) : ContextValue.Missing,
            [ContextKey.Of("aws:userid")] = static (caller, _) => caller.UserId,
            [ContextKey.Of("aws:username")] = static (caller, _) => caller.UserName,
        }.ToFrozenDictionary();

    private static readonly FrozenDictionary<ContextKey, Func<SessionFacts, DateTimeOffset, ContextValue>> OfSessions =
        new Dictionary<ContextKey, Func<SessionFacts, DateTimeOffset, ContextValue>>
        {
            [ContextKey.Of("aws:TokenIssueTime")] = static (session, _) => ContextValue.Of(session.Document.IssuedAt),
            [ContextKey.Of("aws:MultiFactorAuthPresent")] = static (session, _) => ContextValue.Of(session.Document.MfaAt is not null),
            [ContextKey.Of("aws:MultiFactorAuthAge")] = static (session, now) => session.Document.MfaAt is { } at
                ? ContextValue.Of((long)(now - at).TotalSeconds)
                : ContextValue.Missing,
            [ContextKey.Of("aws:SourceIdentity")] = static (session, _) => session.Document.SourceIdentity,
            [ContextKey.Of("aws:FederatedProvider")] = static (session, _) => session.Document.FederatedProvider,
        }.ToFrozenDictionary();

    /// <summary>All but the tags, and what a service that delivered credentials has set.</summary>
    public static IEnumerable<ContextKey> All => OfEveryone.Keys.Concat(OfSessions.Keys).OrderBy(static key => key.Name, StringComparer.Ordinal);

    public static ContextValue Get(Caller caller, ContextKey key, DateTimeOffset now)
    {
        if (key.Family is { } family)
        {
            return ReferenceEquals(family, PrincipalTag) ? caller.Tags.ValueOf(key.Member!) : ContextValue.Missing;
        }

        if (OfEveryone.TryGetValue(key, out var read))
        {
            return read(caller, now);
        }

        if (caller.Session is not { } session)
        {
            return ContextValue.Missing;
        }

        return OfSessions.TryGetValue(key, out var readSession) ? readSession(session, now) : session.Delivered(key);
    }

    private static ContextValue Account(Caller caller) => caller.Kind switch
    {
        CallerKind.Anonymous => "anonymous",
        CallerKind.Federated or CallerKind.Service => ContextValue.Missing,
        CallerKind.Root or CallerKind.User or CallerKind.RoleSession or CallerKind.FederatedUser => caller.AccountText,
    };

    private static ContextValue TypeOf(CallerKind kind) => kind switch
    {
        CallerKind.Anonymous => "Anonymous",
        CallerKind.Root => "Account",
        CallerKind.User => "User",
        CallerKind.FederatedUser => "FederatedUser",
        CallerKind.RoleSession => "AssumedRole",
        CallerKind.Federated or CallerKind.Service => ContextValue.Missing,
    };
}
