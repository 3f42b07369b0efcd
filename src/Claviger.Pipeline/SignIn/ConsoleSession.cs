namespace Claviger.Pipeline;

/// <summary>Somebody who is signed in to the console, as found at one request.</summary>
/// <param name="Caller">Who, for calls.</param>
/// <param name="Debt">What must be shown before anything else.</param>
/// <param name="Expires">When the session ends by itself.</param>
public sealed record ConsoleSession(Caller Caller, SessionDebt Debt, DateTimeOffset Expires)
{
    /// <summary>Hash of the token: names the session, and opens nothing.</summary>
    public required string Id { get; init; }

    /// <summary>The account's alias; null if it has none.</summary>
    public string? Alias { get; init; }

    /// <summary>What the page calls the person: a user's name, the root user's e-mail address.</summary>
    public required string DisplayName { get; init; }

    /// <summary>When the password grows too old; null if it does not.</summary>
    public DateTimeOffset? PasswordExpires { get; init; }
}
