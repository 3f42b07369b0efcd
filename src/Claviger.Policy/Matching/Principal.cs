using System.Diagnostics.CodeAnalysis;

namespace Claviger.Policy;

/// <summary>A caller, in the form that principals of policies are matched against. Immutable.</summary>
public sealed class Principal
{
    private Principal(PrincipalType type) => Type = type;

    /// <summary>The unsigned caller.</summary>
    public static Principal Anonymous { get; } = new(PrincipalType.Anonymous);

    /// <summary>What kind of caller.</summary>
    public PrincipalType Type { get; }

    /// <summary>The caller's ARN, that of the session for a session; null for services, federated identities and anonymous callers.</summary>
    public string? Arn { get; private init; }

    /// <summary>The caller's account; null for services, federated identities and anonymous callers.</summary>
    public AccountId? Account { get; private init; }

    /// <summary>For a role session or bare role the role's ARN with its path; else null.</summary>
    public string? RoleArn { get; private init; }

    /// <summary>The unique id (AIDA..., AROA...) of the user or role, or of the user whose name a federated session has; null if not given.</summary>
    public string? UniqueId { get; private init; }

    /// <summary>The service's name, or the provider's host or ARN; null for others.</summary>
    public string? Name { get; private init; }

    /// <summary>The account's canonical user id, by which S3 policies may name it; null if not given.</summary>
    public string? CanonicalUserId { get; private init; }

    /// <summary>What <c>aws:PrincipalArn</c> holds: the role's ARN for a role session, else <see cref="Arn"/>.</summary>
    public string? PrincipalArn => RoleArn ?? Arn;

    internal string? Partition { get; private init; }

    /// <summary>The last path segment of a user's or role's name; the name of a federated user.</summary>
    internal string? FriendlyName { get; private init; }

    internal string? SessionName { get; private init; }

    /// <summary>An IAM user.</summary>
    /// <param name="arn"><c>arn:P:iam::ACCOUNT:user[/path]/NAME</c>.</param>
    /// <param name="account">The account in <paramref name="arn"/>.</param>
    /// <param name="uniqueId">AIDA..., by which saved policies may name the user.</param>
    /// <exception cref="ArgumentException">The ARN is not a user's, or of another account.</exception>
    public static Principal User(string arn, AccountId account, string? uniqueId = null)
    {
        var parsed = ArnOf(arn, "iam", "user/", account);
        return new(PrincipalType.User)
        {
            Arn = arn, Account = account, UniqueId = uniqueId, Partition = parsed.Partition, FriendlyName = LastSegment(parsed.Resource),
        };
    }

    /// <summary>A session of a role.</summary>
    /// <param name="sessionArn"><c>arn:P:sts::ACCOUNT:assumed-role/ROLE/SESSION</c>.</param>
    /// <param name="roleArn"><c>arn:P:iam::ACCOUNT:role[/path]/ROLE</c>.</param>
    /// <param name="account">The account in both.</param>
    /// <param name="uniqueId">The role's AROA..., by which saved policies may name it.</param>
    /// <exception cref="ArgumentException">An ARN is of the wrong kind, or of another account.</exception>
    public static Principal RoleSession(string sessionArn, string roleArn, AccountId account, string? uniqueId = null)
    {
        var session = ArnOf(sessionArn, "sts", "assumed-role/", account);
        var role = ArnOf(roleArn, "iam", "role/", account);
        var parts = session.Resource.Split('/', 3);
        if (parts.Length != 3)
        {
            throw new ArgumentException("The ARN names no session.", nameof(sessionArn));
        }

        return new(PrincipalType.RoleSession)
        {
            Arn = sessionArn, RoleArn = roleArn, Account = account, UniqueId = uniqueId, Partition = role.Partition,
            FriendlyName = LastSegment(role.Resource), SessionName = parts[2],
        };
    }

    /// <summary>A bare role, as a simulation asks about it; bounded like a session of it.</summary>
    /// <param name="arn"><c>arn:P:iam::ACCOUNT:role[/path]/ROLE</c>.</param>
    /// <param name="account">The account in <paramref name="arn"/>.</param>
    /// <param name="uniqueId">AROA..., by which saved policies may name the role.</param>
    /// <exception cref="ArgumentException">The ARN is not a role's, or of another account.</exception>
    public static Principal Role(string arn, AccountId account, string? uniqueId = null)
    {
        var parsed = ArnOf(arn, "iam", "role/", account);
        return new(PrincipalType.Role)
        {
            Arn = arn, RoleArn = arn, Account = account, UniqueId = uniqueId, Partition = parsed.Partition,
            FriendlyName = LastSegment(parsed.Resource),
        };
    }

    /// <summary>A session of GetFederationToken.</summary>
    /// <param name="arn"><c>arn:P:sts::ACCOUNT:federated-user/NAME</c>.</param>
    /// <param name="account">The account in <paramref name="arn"/>.</param>
    /// <param name="name">The session's name; a policy that names the IAM user of that name reaches the session too.</param>
    /// <param name="userUniqueId">AIDA... of that IAM user, if there is one.</param>
    /// <exception cref="ArgumentException">The ARN is not a federated user's, or of another account.</exception>
    public static Principal FederatedUser(string arn, AccountId account, string name, string? userUniqueId = null)
    {
        var parsed = ArnOf(arn, "sts", "federated-user/", account);
        return new(PrincipalType.FederatedUser)
        {
            Arn = arn, Account = account, UniqueId = userUniqueId, Partition = parsed.Partition, FriendlyName = name,
        };
    }

    /// <summary>The root user of an account.</summary>
    public static Principal Root(AccountId account, string partition = "aws") =>
        new(PrincipalType.Root) { Arn = $"arn:{partition}:iam::{account}:root", Account = account, Partition = partition };

    /// <summary>An AWS service acting for itself.</summary>
    /// <param name="name">Its principal's name, such as <c>ec2.amazonaws.com</c>.</param>
    public static Principal Service(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new(PrincipalType.Service) { Name = name };
    }

    /// <summary>Somebody whom a provider vouches for, at the moment of AssumeRoleWithSAML or AssumeRoleWithWebIdentity.</summary>
    /// <param name="provider">The provider as trust policies name it: its ARN, or the host of one that AWS knows by itself.</param>
    public static Principal Federated(string provider)
    {
        ArgumentException.ThrowIfNullOrEmpty(provider);
        return new(PrincipalType.Federated) { Name = provider };
    }

    /// <summary>The same caller, known also by its account's canonical user id.</summary>
    public Principal WithCanonicalUserId(string canonicalUserId) => new(Type)
    {
        Arn = Arn, Account = Account, RoleArn = RoleArn, UniqueId = UniqueId, Name = Name, Partition = Partition,
        FriendlyName = FriendlyName, SessionName = SessionName, CanonicalUserId = canonicalUserId,
    };

    /// <summary>The ARN, service name or provider; <c>anonymous</c> for the unsigned caller.</summary>
    public override string ToString() => Arn ?? Name ?? "anonymous";

    private static Arn ArnOf(string text, string service, string prefix, AccountId account) =>
        Policy.Arn.TryParse(text, out var arn)
        && arn.Service == service
        && arn.Resource.StartsWith(prefix, StringComparison.Ordinal)
        && arn.Resource.Length > prefix.Length
        && AccountId.TryParse(arn.Account, out var owner)
        && owner == account
            ? arn
            : throw new ArgumentException($"Not an ARN of {service} {prefix} in account {account}: {text}", nameof(text));

    [return: NotNullIfNotNull(nameof(resource))]
    private static string? LastSegment(string? resource) => resource?[(resource.LastIndexOf('/') + 1)..];
}
