using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>A password that was hashed before its transaction, with what it was checked against.</summary>
/// <remarks>INVARIANT: no password is hashed inside a transaction, and none is kept whose checks the state has moved away from.</remarks>
internal sealed class PreparedPassword
{
    /// <summary>As many earlier passwords as a policy can look back to; the one in force is the 24th.</summary>
    private const int LongestHistory = 23;

    private readonly string _hash;
    private readonly LoginProfileRecord? _former;
    private readonly PasswordPolicyRecord? _policy;

    private PreparedPassword(string hash, LoginProfileRecord? former, PasswordPolicyRecord? policy)
    {
        _hash = hash;
        _former = former;
        _policy = policy;
    }

    /// <summary>Checks a password against the account's rules and the user's earlier passwords, and hashes it.</summary>
    /// <param name="work">Where it is hashed.</param>
    /// <param name="password">The password.</param>
    /// <param name="account">The account, with its rules.</param>
    /// <param name="former">The user's profile as it is; null if it has none.</param>
    /// <exception cref="AwsError">PasswordPolicyViolation; Throttling, where too many others wait.</exception>
    public static Task<PreparedPassword> MakeAsync(PasswordWork work, string password, AccountRecord account, LoginProfileRecord? former) =>
        work.TryRun(() => Make(password, account, former)) ?? throw AwsError.Throttling();

    /// <summary>The first profile of a user.</summary>
    public LoginProfileRecord First(UserRecord user, bool resetRequired, WriteTransaction state)
    {
        Demand(null, user, state);
        return new LoginProfileRecord
        {
            Account = user.Account,
            UserId = user.Id,
            PasswordHash = _hash,
            ResetRequired = resetRequired,
            Created = state.Now,
            Changed = state.Now,
        };
    }

    /// <summary>A profile with this password in place of its own, which goes into its history.</summary>
    public LoginProfileRecord In(LoginProfileRecord profile, UserRecord user, WriteTransaction state)
    {
        Demand(profile, user, state);
        return profile with
        {
            PasswordHash = _hash,
            History = [.. profile.History.Prepend(profile.PasswordHash).Take(LongestHistory)],
            Changed = state.Now,
        };
    }

    private static PreparedPassword Make(string password, AccountRecord account, LoginProfileRecord? former)
    {
        PasswordRules.Demand(password, account);
        if (former is null)
        {
            return new PreparedPassword(PasswordHash.Create(password).ToString(), null, account.PasswordPolicy);
        }

        var passwords = former.History.Prepend(former.PasswordHash).Select(PasswordHash.Parse).ToList();
        if (account.PasswordPolicy?.PasswordReusePrevention is { } count && PasswordHash.IsAmong(password, passwords.Take(count)))
        {
            throw PasswordRules.Reused();
        }

        return new PreparedPassword(PasswordHash.Create(password, passwords[0]).ToString(), former, account.PasswordPolicy);
    }

    private void Demand(LoginProfileRecord? profile, UserRecord user, WriteTransaction state)
    {
        var policy = Accounts.Find(state, state.Account)!.PasswordPolicy;
        if (profile?.PasswordHash != _former?.PasswordHash || profile?.UserId != _former?.UserId || policy != _policy)
        {
            throw AwsError.EntityTemporarilyUnmodifiable(
                $"Login Profile for User {user.Name} cannot be modified while login profile is being created.");
        }
    }
}
