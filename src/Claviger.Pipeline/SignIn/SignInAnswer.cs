namespace Claviger.Pipeline;

/// <summary>The answer to an attempt to sign in.</summary>
/// <param name="Result">How it went.</param>
public sealed record SignInAnswer(SignInResult Result)
{
    /// <summary>The session's token, for the browser alone; null where there is no session.</summary>
    public string? Token { get; init; }

    /// <summary>How long to wait before the next attempt is looked at.</summary>
    public TimeSpan Wait { get; init; }

    /// <summary>Names no secret: a record would print them all.</summary>
    public override string ToString() => Result.ToString();
}
