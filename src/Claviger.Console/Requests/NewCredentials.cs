namespace Claviger.Console;

/// <summary>Credentials that were just made and are shown this once. What was not asked for is empty.</summary>
internal sealed record NewCredentials(string UserName)
{
    public string Password { get; init; } = "";

    public string AccessKeyId { get; init; } = "";

    public string SecretAccessKey { get; init; } = "";

    public string ConsoleLink { get; init; } = "";

    /// <summary>Names no secret: a record would print them all.</summary>
    public override string ToString() => UserName;
}
