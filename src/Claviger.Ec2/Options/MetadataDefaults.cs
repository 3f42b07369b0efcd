using System.Globalization;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>What the metadata options of new instances of an account in a region are unless a launch says otherwise. Null: no preference.</summary>
/// <param name="HttpTokens"><c>optional</c> or <c>required</c>.</param>
/// <param name="HopLimit">1 to 64.</param>
/// <param name="HttpEndpoint"><c>enabled</c> or <c>disabled</c>.</param>
/// <param name="InstanceMetadataTags"><c>enabled</c> or <c>disabled</c>.</param>
internal sealed record MetadataDefaults(string? HttpTokens, int? HopLimit, string? HttpEndpoint, string? InstanceMetadataTags)
{
    private const char Separator = '|';

    /// <summary>Reads the defaults of an account.</summary>
    public static MetadataDefaults Of(AccountRecord account, string region)
    {
        if (!account.Settings.TryGetValue(Name(region), out var text) || text.Split(Separator) is not [var tokens, var hops, var endpoint, var tags])
        {
            return new MetadataDefaults(null, null, null, null);
        }

        return new MetadataDefaults(
            TextOrNull(tokens), hops.Length == 0 ? null : int.Parse(hops, CultureInfo.InvariantCulture), TextOrNull(endpoint), TextOrNull(tags));
    }

    /// <summary>The account with these defaults.</summary>
    public AccountRecord In(AccountRecord account, string region) => account with
    {
        Settings = new Dictionary<string, string>(account.Settings, StringComparer.Ordinal)
        {
            [Name(region)] = string.Join(Separator, HttpTokens, HopLimit?.ToString(CultureInfo.InvariantCulture), HttpEndpoint, InstanceMetadataTags),
        },
    };

    private static string Name(string region) => $"ec2-metadata-defaults/{region}";

    private static string? TextOrNull(string text) => text.Length == 0 ? null : text;
}
