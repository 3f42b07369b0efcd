using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>The sessions of the console: opened by sign-in, looked up anew at every request, ended by their owners, by time, or by a password set elsewhere.</summary>
/// <remarks>A token is 256 random bits that the browser alone keeps; the store has its hash.</remarks>
/// <param name="store">The state.</param>
/// <param name="time">The clock.</param>
/// <param name="limits">How long sessions last.</param>
public sealed class ConsoleSessionBook(IStore store, TimeProvider time, ConsoleLimits limits)
{
    private const int TokenLength = 32;
    private const int LongestText = 512;

    /// <summary>The session of a token, with its user as they are now.</summary>
    /// <returns>Null if there is none, or not any more.</returns>
    public async ValueTask<ConsoleSession?> FindAsync(string token)
    {
        var now = time.GetUtcNow();
        return token.Length > LongestText
            ? null
            : await store.ReadAsync((Id: IdOf(token), now), static (state, it) => Find(state, it.Id, it.now));
    }

    /// <summary>Ends a session, if it is there.</summary>
    public async Task EndAsync(string token)
    {
        var id = IdOf(token);
        if (await store.ReadAsync(id, static (state, it) => ConsoleSessions.Find(state, it)) is { } session)
        {
            await store.WriteAsync(session.Account, state =>
            {
                ConsoleSessions.Delete(state, id);
                return true;
            });
        }
    }

    /// <summary>Opens a session for somebody whose password was right.</summary>
    /// <param name="claim">Who.</param>
    /// <param name="call">The call.</param>
    /// <param name="loginTo">Where it leads, for the record.</param>
    /// <returns>The token; null if another password was set meanwhile.</returns>
    internal async Task<string?> OpenAsync(SignInClaim claim, CallContext call, string? loginTo)
    {
        var token = NewToken();
        var session = new ConsoleSessionRecord
        {
            Id = IdOf(token),
            Account = claim.Account.Id,
            UserId = claim.User?.Id,
            PasswordStamp = claim.PasswordStamp!,
            Address = call.SourceAddress?.ToString(),
            UserAgent = call.UserAgent is { Length: > LongestText } text ? text[..LongestText] : call.UserAgent,
            Created = call.Time,
            Expires = call.Time + limits.SessionLength,
        };
        var isOpen = await store.WriteAsync(session.Account, state =>
        {
            ConsoleSessions.DeleteExpired(state);
            if (SignInClaim.Of(state, session)?.PasswordStamp != session.PasswordStamp)
            {
                return false;
            }

            var owesMfa = MfaDevices.Of(state, session.Account, session.UserId).Count > 0;
            ConsoleSessions.Insert(state, session with { OwesMfa = owesMfa });
            if (!owesMfa)
            {
                state.Audit(SignInEvent.OfSuccess(call, claim.CallerOf(session), loginTo, usedMfa: false));
            }

            return true;
        });
        return isOpen ? token : null;
    }

    /// <summary>Goes on with a session under another token, so that one which was seen before it proved more is worth nothing.</summary>
    /// <param name="token">The token so far.</param>
    /// <param name="call">The call.</param>
    /// <param name="prove">Makes the session one that has proven more.</param>
    /// <returns>The token from now on; null if the session has ended.</returns>
    internal async Task<string?> RenewAsync(string token, CallContext call, Func<WriteTransaction, ConsoleSessionRecord, ConsoleSessionRecord> prove)
    {
        var id = IdOf(token);
        if (await store.ReadAsync(id, static (state, it) => ConsoleSessions.Find(state, it)) is not { } found)
        {
            return null;
        }

        var fresh = NewToken();
        var isThere = await store.WriteAsync(found.Account, state =>
        {
            if (ConsoleSessions.Find(state, id) is not { } session || session.Expires <= call.Time)
            {
                return false;
            }

            ConsoleSessions.Delete(state, id);
            ConsoleSessions.Insert(state, prove(state, session) with { Id = IdOf(fresh) });
            return true;
        });
        return isThere ? fresh : null;
    }

    internal static string IdOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static ConsoleSession? Find(ReadTransaction state, string id, DateTimeOffset now)
    {
        if (ConsoleSessions.Find(state, id) is not { } session || session.Expires <= now
            || SignInClaim.Of(state, session) is not { } claim
            || claim.PasswordStamp != session.PasswordStamp || claim.IsLockedOut(now))
        {
            return null;
        }

        var debt = session.OwesMfa ? SessionDebt.Mfa
            : claim.Profile is { ResetRequired: true } || claim.IsExpired(now) ? SessionDebt.NewPassword
            : SessionDebt.None;
        return new ConsoleSession(claim.CallerOf(session), debt, session.Expires)
        {
            Id = session.Id,
            Alias = claim.Account.Alias,
            DisplayName = claim.User?.Name ?? claim.Account.RootEmail,
            PasswordExpires = claim.Profile is { } profile && claim.Account.PasswordPolicy?.MaxPasswordAge is { } days ? profile.Changed.AddDays(days) : null,
        };
    }

    private static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenLength));
}
