using System.Security.Cryptography;
using System.Text;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>Whom an attempt to sign in is about, as the state has them.</summary>
/// <param name="Account">The account.</param>
/// <param name="User">The user; null for the root user.</param>
/// <param name="Profile">The user's login profile; null for the root user, and for a user without a password.</param>
internal sealed record SignInClaim(AccountRecord Account, UserRecord? User, LoginProfileRecord? Profile)
{
    /// <summary>The hash of the password; null if there is none.</summary>
    public string? PasswordHash => User is null ? Account.RootPasswordHash : Profile?.PasswordHash;

    /// <summary>What the password is known by in a session: it tells whether another was set since, and nothing of the password.</summary>
    public string? PasswordStamp => PasswordHash is { } hash ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(hash))) : null;

    /// <summary>Whom an attempt names; null if there is nobody of the name.</summary>
    public static SignInClaim? Find(ReadTransaction state, SignInAttempt attempt)
    {
        if (attempt.Account is null)
        {
            return Accounts.ByRootEmail(state, attempt.Name) is { } own ? new SignInClaim(own, null, null) : null;
        }

        var account = AccountId.TryParse(attempt.Account, out var id) ? Accounts.Find(state, id) : Accounts.ByAlias(state, attempt.Account.ToLowerInvariant());
        return account is not null && Users.Find(state, account.Id, attempt.Name) is { } user
            ? new SignInClaim(account, user, LoginProfiles.Find(state, user.Id))
            : null;
    }

    /// <summary>Whom a session is of; null if there is nobody any more.</summary>
    public static SignInClaim? Of(ReadTransaction state, ConsoleSessionRecord session)
    {
        if (Accounts.Find(state, session.Account) is not { } account)
        {
            return null;
        }

        if (session.UserId is null)
        {
            return new SignInClaim(account, null, null);
        }

        return Users.ById(state, account.Id, session.UserId) is { } user
            ? new SignInClaim(account, user, LoginProfiles.Find(state, user.Id))
            : null;
    }

    /// <summary>Whether the password has grown too old.</summary>
    public bool IsExpired(DateTimeOffset now) => Profile?.IsExpired(Account.PasswordPolicy, now) ?? false;

    /// <summary>Whether the password has grown too old and its user may not set another.</summary>
    public bool IsLockedOut(DateTimeOffset now) => Account.PasswordPolicy is { HardExpiry: true } && IsExpired(now);

    /// <summary>Who calls in a session of this claim.</summary>
    public Caller CallerOf(ConsoleSessionRecord session)
    {
        var facts = new SessionFacts(new SessionDocument
        {
            Kind = User is null ? SessionKind.Root : SessionKind.User,
            Origin = SessionOrigin.Console,
            Account = Account.Id,
            PrincipalId = User?.Id ?? Account.Id.ToString(),
            IssuedAt = session.Created,
            ExpiresAt = session.Expires,
            MfaAt = session.MfaAt,
        });
        return User is null ? Caller.Root(Account.Id, session: facts) : Caller.User(User, session: facts);
    }
}
