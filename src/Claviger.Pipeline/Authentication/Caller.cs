using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>Who calls: an authenticated principal, or nobody. Immutable, and shared by all calls of the same credentials.</summary>
public sealed class Caller
{
    private Caller(CallerKind kind, Principal principal)
    {
        Kind = kind;
        Principal = principal;
    }

    /// <summary>The unsigned caller.</summary>
    public static Caller Anonymous { get; } = new(CallerKind.Anonymous, Principal.Anonymous)
    {
        Arn = "anonymous", UserId = "anonymous", UniqueId = "anonymous",
    };

    /// <summary>What kind of caller.</summary>
    public CallerKind Kind { get; }

    /// <summary>The caller as policies match it.</summary>
    public Principal Principal { get; }

    /// <summary>The caller's account. Of a service or federated identity that of the role it asks for; of nobody 000000000000.</summary>
    public AccountId Account
    {
        get;
        private init
        {
            field = value;
            AccountText = value.ToString();
        }
    }

    /// <summary>What texts call the caller: its ARN, that of the session for a session; a service's or provider's name; <c>anonymous</c>.</summary>
    public required string Arn { get; init; }

    /// <summary>What <c>aws:userid</c> holds: <c>AIDA…</c>, <c>AROA…:SESSION</c>, <c>ACCOUNT:NAME</c>, the account of the root user.</summary>
    public required string UserId { get; init; }

    /// <summary>The unique id of the user or role itself; the account's number for the root user.</summary>
    public required string UniqueId { get; init; }

    /// <summary>The access key that signed; null for whoever did not sign.</summary>
    public string? AccessKeyId { get; private init; }

    /// <summary>The friendly name of an IAM user; null for others.</summary>
    public string? UserName { get; private init; }

    /// <summary>The friendly name of the role that a session is of; null for others.</summary>
    public string? RoleName { get; private init; }

    /// <summary>The unique id of the role that a session is of; null for others.</summary>
    public string? RoleId => Kind == CallerKind.RoleSession ? UniqueId : null;

    /// <summary>The unique id of the user or role whose identity policies and boundary bear on the caller; null if none does.</summary>
    public string? GrantsFrom { get; private init; }

    /// <summary>The tags of the user or role with those of the session over them.</summary>
    public TagSet Tags { get; private init; } = TagSet.Empty;

    /// <summary>What is known of the session; null for long-term credentials and whoever did not sign.</summary>
    public SessionFacts? Session { get; private init; }

    /// <summary>What the audit trail calls the provider that vouches for somebody who asks for a role; null for others.</summary>
    internal string? IdentityProvider { get; private init; }

    /// <summary>Whether that provider is one of SAML.</summary>
    internal bool IsSaml { get; private init; }

    /// <summary>The root user of an account.</summary>
    public static Caller Root(AccountId account, string? accessKeyId = null, SessionFacts? session = null)
    {
        var principal = Principal.Root(account);
        return new(CallerKind.Root, principal)
        {
            Account = account, Arn = principal.Arn!, UserId = account.ToString(), UniqueId = account.ToString(),
            AccessKeyId = accessKeyId, Session = session,
        };
    }

    /// <summary>An IAM user.</summary>
    /// <param name="user">The user.</param>
    /// <param name="accessKeyId">The key that signed; null in the console.</param>
    /// <param name="session">The session of GetSessionToken or of the console; null for a long-term key.</param>
    public static Caller User(UserRecord user, string? accessKeyId = null, SessionFacts? session = null)
    {
        var arn = $"arn:aws:iam::{user.Account}:user{user.Path}{user.Name}";
        return new(CallerKind.User, Principal.User(arn, user.Account, user.Id))
        {
            Account = user.Account, Arn = arn, UserId = user.Id, UniqueId = user.Id, GrantsFrom = user.Id,
            AccessKeyId = accessKeyId, UserName = user.Name, Tags = user.Tags, Session = session,
        };
    }

    /// <summary>A session of a role.</summary>
    /// <param name="role">The role.</param>
    /// <param name="accessKeyId">The session's key; null in the console.</param>
    /// <param name="session">The session.</param>
    public static Caller RoleSession(RoleRecord role, string? accessKeyId, SessionFacts session)
    {
        var name = session.Document.SessionName;
        var arn = $"arn:aws:sts::{role.Account}:assumed-role/{role.Name}/{name}";
        var roleArn = $"arn:aws:iam::{role.Account}:role{role.Path}{role.Name}";
        return new(CallerKind.RoleSession, Principal.RoleSession(arn, roleArn, role.Account, role.Id))
        {
            Account = role.Account, Arn = arn, UserId = $"{role.Id}:{name}", UniqueId = role.Id, GrantsFrom = role.Id,
            AccessKeyId = accessKeyId, RoleName = role.Name, Tags = role.Tags.With(session.Document.Tags), Session = session,
        };
    }

    /// <summary>A session of GetFederationToken.</summary>
    /// <param name="issuer">The user that asked for it; null for the root user.</param>
    /// <param name="namesake">The unique id of the IAM user that has the session's name; null if there is none.</param>
    /// <param name="accessKeyId">The session's key.</param>
    /// <param name="session">The session.</param>
    public static Caller FederatedUser(UserRecord? issuer, string? namesake, string accessKeyId, SessionFacts session)
    {
        var account = session.Document.Account;
        var name = session.Document.SessionName!;
        var arn = $"arn:aws:sts::{account}:federated-user/{name}";
        return new(CallerKind.FederatedUser, Principal.FederatedUser(arn, account, name, namesake))
        {
            Account = account, Arn = arn, UserId = $"{account}:{name}", UniqueId = issuer?.Id ?? account.ToString(), GrantsFrom = issuer?.Id,
            AccessKeyId = accessKeyId, Tags = (issuer?.Tags ?? TagSet.Empty).With(session.Document.Tags), Session = session,
        };
    }

    /// <summary>Somebody whom a provider vouches for, who asks for a role.</summary>
    /// <param name="provider">The provider as trust policies name it.</param>
    /// <param name="subject">Whom the provider means; for texts.</param>
    /// <param name="account">The role's account.</param>
    /// <param name="samlQualifier">Of a SAML provider the hash by which its subjects are told from others'; null for web identities.</param>
    public static Caller Federated(string provider, string subject, AccountId account, string? samlQualifier = null) =>
        new(CallerKind.Federated, Principal.Federated(provider))
        {
            Account = account, Arn = provider, UserId = $"{samlQualifier ?? provider}:{subject}", UniqueId = subject,
            IdentityProvider = samlQualifier ?? provider, IsSaml = samlQualifier is not null,
        };

    /// <summary>A service that acts for itself.</summary>
    /// <param name="name">Its principal's name, such as <c>ec2.amazonaws.com</c>.</param>
    /// <param name="account">The account that it works for.</param>
    public static Caller Service(string name, AccountId account) =>
        new(CallerKind.Service, Principal.Service(name)) { Account = account, Arn = name, UserId = name, UniqueId = name };

    /// <summary>The account's number as text, made once.</summary>
    internal string AccountText { get; private set; } = "";

    /// <summary>The value of a condition key that is the caller's to give; missing for every other. Allocates nothing.</summary>
    /// <param name="key">The key.</param>
    /// <param name="now">The time of the call, from which ages are counted.</param>
    public ContextValue Get(ContextKey key, DateTimeOffset now) => CallerKeys.Get(this, key, now);

    /// <inheritdoc/>
    public override string ToString() => Arn;
}
