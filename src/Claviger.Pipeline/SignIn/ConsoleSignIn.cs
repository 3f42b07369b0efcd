using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>The sign-in to the console: a password, and what it is answered with.</summary>
/// <remarks>INVARIANT: whoever fails learns nothing of why: an unknown account, an unknown user and a wrong password have one answer, and take as long.</remarks>
public sealed class ConsoleSignIn : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly IStore store;
    private readonly ConsoleSessionBook book;
    private readonly AuditTrail audit;
    private readonly UsageGatherer usage;
    private readonly MfaCodes codes;
    private readonly SignInThrottle throttle;
    private readonly TimeProvider time;

    /// <summary>The sign-in over a store.</summary>
    public ConsoleSignIn(IStore store, ConsoleSessionBook book, AuditTrail audit, UsageGatherer usage, MfaCodes codes, TimeProvider time)
    {
        this.store = store;
        this.book = book;
        this.audit = audit;
        this.usage = usage;
        this.codes = codes;
        this.time = time;
        throttle = new SignInThrottle(time);
    }

    /// <summary>Where the passwords of those who sign in are hashed.</summary>
    internal PasswordWork Passwords { get; } = new();

    /// <summary>Looks at an attempt.</summary>
    /// <param name="attempt">What was said.</param>
    /// <param name="call">From where and when; its caller is not known yet.</param>
    public async Task<SignInAnswer> SignInAsync(SignInAttempt attempt, CallContext call)
    {
        var wait = throttle.Admit(attempt, call.SourceAddress);
        if (wait > TimeSpan.Zero)
        {
            // Who is refused without a look would otherwise be back at once, and cost a page each time.
            await Task.Delay(Patience, time);
            return new SignInAnswer(SignInResult.TooMany) { Wait = wait };
        }

        var claim = await store.ReadAsync(attempt, static (state, it) => SignInClaim.Find(state, it));
        switch (await Passwords.MatchesAsync(attempt.Password, claim?.PasswordHash))
        {
            case null:
                return new SignInAnswer(SignInResult.TooMany) { Wait = TimeSpan.FromSeconds(5) };
            case false:
                throttle.Fail(attempt, call.SourceAddress);
                await RefuseAsync(call, attempt, claim, "Failed authentication");
                return new SignInAnswer(SignInResult.Refused);
        }

        throttle.Forgive(attempt, call.SourceAddress);
        if (claim!.IsLockedOut(call.Time))
        {
            await RefuseAsync(call, attempt, claim, "Password expired");
            return new SignInAnswer(SignInResult.PasswordExpired);
        }

        if (await book.OpenAsync(claim, call, attempt.LoginTo) is not { } token)
        {
            return new SignInAnswer(SignInResult.Refused);
        }

        usage.NotePassword(claim.Account.Id, claim.User?.Id, call.Time);
        return new SignInAnswer(SignInResult.SignedIn) { Token = token };
    }

    /// <summary>Shows the code of an MFA device that a session owes.</summary>
    /// <param name="token">The session's token so far.</param>
    /// <param name="code">Six digits, as typed.</param>
    /// <param name="call">The call.</param>
    /// <param name="loginTo">The address of the page that it is to lead to, for the record.</param>
    /// <returns>The token from now on; null if the code is not right, or the session has ended.</returns>
    public async Task<string?> ShowCodeAsync(string token, string code, CallContext call, string? loginTo)
    {
        var found = await store.ReadAsync(
            token, static (state, it) => ConsoleSessions.Find(state, ConsoleSessionBook.IdOf(it)) is { OwesMfa: true } session ? (session, SignInClaim.Of(state, session)) : default);
        if (found is not ({ } owing, { } claim))
        {
            return null;
        }

        if (await codes.AcceptAsync(owing.Account, owing.UserId, code, call.Time) != MfaAnswer.Accepted)
        {
            await RefuseAsync(call, new SignInAttempt(claim.User is null ? null : "", "", "") { LoginTo = loginTo }, claim, "Failed authentication", usedMfa: true);
            return null;
        }

        return await book.RenewAsync(token, call, (state, session) =>
        {
            var proven = session with { OwesMfa = false, MfaAt = call.Time };
            state.Audit(SignInEvent.OfSuccess(call, claim.CallerOf(proven), loginTo, usedMfa: true));
            return proven;
        });
    }

    /// <summary>Goes on with a session under the password that its user has just set, and under another token.</summary>
    /// <param name="token">The session's token so far.</param>
    /// <param name="password">The password that is in force now; the session goes on only if it is.</param>
    /// <param name="call">The call.</param>
    /// <returns>The token from now on; null if the session has ended.</returns>
    public async Task<string?> RenewAsync(string token, string password, CallContext call)
    {
        var claim = await store.ReadAsync(
            token, static (state, it) => ConsoleSessions.Find(state, ConsoleSessionBook.IdOf(it)) is { } session ? SignInClaim.Of(state, session) : null);
        return claim is not null && await Passwords.MatchesAsync(password, claim.PasswordHash) == true
            ? await book.RenewAsync(token, call, (_, session) => session with { PasswordStamp = claim.PasswordStamp! })
            : null;
    }

    /// <inheritdoc/>
    public void Dispose() => Passwords.Dispose();

    private ValueTask RefuseAsync(CallContext call, SignInAttempt attempt, SignInClaim? claim, string reason, bool usedMfa = false) =>
        audit.RecordUnauthenticatedAsync(
            $"{SignInEvent.Name} {claim?.Account.Id}",
            buffer => SignInEvent.WriteFailure(
                buffer, call, claim?.Account.Id.ToString(), claim?.User?.Name, isRoot: attempt.Account is null, reason, attempt.LoginTo, usedMfa));
}
