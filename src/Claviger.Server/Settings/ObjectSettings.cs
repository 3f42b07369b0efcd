using Claviger.Policy;
using Claviger.S3;

namespace Claviger.Server;

/// <summary>How S3 is served.</summary>
internal sealed record ObjectSettings
{
    private const string DefaultRegion = "us-east-1";

    /// <summary>The host names under which buckets have names of their own, in lower case.</summary>
    public required IReadOnlyList<string> Domains { get; init; }

    /// <summary>Another server that keeps the objects; null where they are kept here.</summary>
    public required S3Upstream? Upstream { get; init; }

    public static ObjectSettings Read(SettingValues values) => new()
    {
        Domains = values.Parsed(KnownSettings.S3Domain, DomainsIn, "a list of host names") ?? [],
        Upstream = UpstreamIn(values),
    };

    private static S3Upstream? UpstreamIn(SettingValues values)
    {
        var url = values.Parsed(KnownSettings.S3Upstream, UrlIn, "the URL of a server: https://HOST or http://HOST, with a port or without");
        var (id, secret) = (values.Text(KnownSettings.S3UpstreamAccessKeyId), values.Text(KnownSettings.S3UpstreamSecretAccessKey));
        if (url is null && id is null && secret is null)
        {
            return null;
        }

        if (url is null || string.IsNullOrEmpty(id) || string.IsNullOrEmpty(secret))
        {
            throw new CommandException(
                "An S3 upstream takes a URL and an access key: give --s3-upstream, --s3-upstream-access-key-id "
                + $"and the variable {KnownSettings.S3UpstreamSecretAccessKey.Variable} or {KnownSettings.S3UpstreamSecretAccessKey.InFile.Variable}.");
        }

        var account = values.Parsed(
            KnownSettings.S3UpstreamAccount, text => AccountId.TryParse(text, out _) ? text : null, "an account id: 12 digits");
        return new S3Upstream(
            url, values.Text(KnownSettings.S3UpstreamRegion) ?? DefaultRegion, id, secret, AccountId.TryParse(account, out var adopter) ? adopter : null);
    }

    private static Uri? UrlIn(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url is { PathAndQuery: "/", UserInfo: "", Fragment: "" }
            ? url
            : null;

    private static string[]? DomainsIn(string text)
    {
        string[] names = [.. text.Split(',', StringSplitOptions.TrimEntries).Select(name => name.ToLowerInvariant())];
        return names.All(name => Uri.CheckHostName(name) == UriHostNameType.Dns) ? names : null;
    }
}
