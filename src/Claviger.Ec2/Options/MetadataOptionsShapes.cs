using Claviger.Aws;
using Claviger.Aws.Shapes.Ec2;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>The metadata service's options of an instance between the wire and the record.</summary>
internal static class MetadataOptionsShapes
{
    private const int MostHops = 64;

    public static string Tokens(bool required) => required ? "required" : "optional";

    public static string Enabled(bool enabled) => enabled ? "enabled" : "disabled";

    /// <summary>The options as answers show them.</summary>
    public static InstanceMetadataOptionsResponseShape Of(InstanceDetails details, string state) => new()
    {
        State = state,
        HttpTokens = Tokens(details.MetadataTokensRequired),
        HttpPutResponseHopLimit = details.MetadataHopLimit,
        HttpEndpoint = Enabled(details.MetadataEnabled),
        HttpProtocolIpv6 = "disabled",
        InstanceMetadataTags = Enabled(details.MetadataTags),
    };

    /// <summary>The options for those who answer the instance.</summary>
    public static MetadataOptions Of(InstanceDetails details) =>
        new(details.MetadataTokensRequired, details.MetadataEnabled, details.MetadataHopLimit, details.MetadataTags);

    /// <summary>An instance with options of a request in place of its own; null leaves one as it is.</summary>
    /// <exception cref="AwsError">A hop limit that none can have, IPv6, or tokens for a service that is disabled.</exception>
    public static InstanceDetails Change(
        InstanceDetails details, string? tokens, int? hopLimit, string? endpoint, string? ipv6, string? tags)
    {
        if (hopLimit is < 1 or > MostHops)
        {
            throw AwsError.InvalidParameterValue(
                $"Value ({hopLimit}) for parameter HttpPutResponseHopLimit is invalid. The value must be between 1 and {MostHops}.");
        }

        if (ipv6 == "enabled")
        {
            throw Ec2Error.UnsupportedOperation("The metadata service of this server has no IPv6 endpoint.");
        }

        if (endpoint == "disabled" && (tokens is not null || hopLimit is not null))
        {
            throw AwsError.InvalidParameterCombination(
                "Instance metadata options that are only for an enabled endpoint can't be set when HttpEndpoint is disabled.");
        }

        return details with
        {
            MetadataTokensRequired = tokens is null ? details.MetadataTokensRequired : tokens == "required",
            MetadataHopLimit = hopLimit ?? details.MetadataHopLimit,
            MetadataEnabled = endpoint is null ? details.MetadataEnabled : endpoint == "enabled",
            MetadataTags = tags is null ? details.MetadataTags : tags == "enabled",
        };
    }
}
