namespace Claviger.Console;

/// <summary>Credentials that were just made and are shown this once. What was not asked for is empty.</summary>
public sealed record NewCredentials(string UserName)
{
    /// <summary>The password for the console.</summary>
    public string Password { get; init; } = "";

    /// <summary>The access key's id.</summary>
    public string AccessKeyId { get; init; } = "";

    /// <summary>The access key's secret.</summary>
    public string SecretAccessKey { get; init; } = "";

    /// <summary>Where the user signs in.</summary>
    public string ConsoleLink { get; init; } = "";

    /// <summary>Names no secret: a record would print them all.</summary>
    public override string ToString() => UserName;
}
