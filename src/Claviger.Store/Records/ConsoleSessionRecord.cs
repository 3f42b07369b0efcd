using Claviger.Policy;

namespace Claviger.Store;

/// <summary>A sign-in to the console that has not ended.</summary>
public sealed record ConsoleSessionRecord
{
    /// <summary>Hash of the session's token, 64 hexadecimal digits: the token itself is the browser's alone.</summary>
    public required string Id { get; init; }

    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Unique id of the user; null for the root user.</summary>
    public string? UserId { get; init; }

    /// <summary>What the user's password was known by when the session was last proven with it: one that was set since ends the session.</summary>
    public required string PasswordStamp { get; init; }

    /// <summary>Whether a second factor must still be shown.</summary>
    public bool OwesMfa { get; init; }

    /// <summary>When a second factor was shown; null if none was.</summary>
    public DateTimeOffset? MfaAt { get; init; }

    /// <summary>The address that signed in; null if it is not known.</summary>
    public string? Address { get; init; }

    /// <summary>The browser that signed in, as it calls itself; null if it does not.</summary>
    public string? UserAgent { get; init; }

    /// <summary>When the password was shown.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When the session ends by itself.</summary>
    public required DateTimeOffset Expires { get; init; }
}
