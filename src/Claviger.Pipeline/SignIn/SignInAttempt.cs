namespace Claviger.Pipeline;

/// <summary>What somebody who wants to sign in to the console says.</summary>
/// <param name="Account">Number or alias of the account; null where a root user signs in.</param>
/// <param name="Name">The IAM user's name, or the root user's e-mail address.</param>
/// <param name="Password">The password.</param>
public sealed record SignInAttempt(string? Account, string Name, string Password)
{
    /// <summary>The address of the page that it is to lead to, for the record.</summary>
    public string? LoginTo { get; init; }

    /// <summary>Names no secret: a record would print them all.</summary>
    public override string ToString() => "An attempt to sign in";
}
