namespace Claviger.Server;

/// <summary>How S3 is served.</summary>
internal sealed record ObjectSettings
{
    /// <summary>The host names under which buckets have names of their own, in lower case.</summary>
    public required IReadOnlyList<string> Domains { get; init; }

    public static ObjectSettings Read(SettingValues values) => new()
    {
        Domains = values.Parsed(KnownSettings.S3Domain, DomainsIn, "a list of host names") ?? [],
    };

    private static string[]? DomainsIn(string text)
    {
        string[] names = [.. text.Split(',', StringSplitOptions.TrimEntries).Select(name => name.ToLowerInvariant())];
        return names.All(name => Uri.CheckHostName(name) == UriHostNameType.Dns) ? names : null;
    }
}
