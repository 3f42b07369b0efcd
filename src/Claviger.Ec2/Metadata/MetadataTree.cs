using System.Globalization;

namespace Claviger.Ec2;

/// <summary>What the metadata service holds of one instance: values under paths, and the lists of what is under each folder.</summary>
/// <remarks>Source: AWS's page "Instance metadata categories".</remarks>
internal sealed class MetadataTree
{
    private readonly SortedDictionary<string, string> _values = new(StringComparer.Ordinal);

    private MetadataTree()
    {
    }

    /// <summary>The tree below <c>meta-data/</c> but for the credentials of its role.</summary>
    public static MetadataTree Of(InstanceFacts facts)
    {
        var tree = new MetadataTree();
        tree.AddInstance(facts);
        tree.AddPlacement(facts);
        tree.AddInterface(facts);
        if (facts.Metadata.TagsEnabled)
        {
            foreach (var tag in facts.Tags)
            {
                tree.Add($"tags/instance/{tag.Key}", tag.Value);
            }
        }

        return tree;
    }

    /// <summary>Adds a value.</summary>
    public void Add(string path, string value) => _values[path] = value;

    /// <summary>The value at a path, or the list of what is below it; null where there is nothing.</summary>
    /// <param name="path">The path, with or without a slash at its end.</param>
    public string? Find(string path)
    {
        path = path.TrimEnd('/');
        if (_values.TryGetValue(path, out var value))
        {
            return value;
        }

        var prefix = path.Length == 0 ? "" : $"{path}/";
        var names = _values.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(key => key[prefix.Length..] is var rest && rest.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? rest[..(slash + 1)] : rest)
            .Distinct()
            .ToList();
        return names.Count > 0 ? string.Join('\n', names) : null;
    }

    private void AddInstance(InstanceFacts facts)
    {
        Add("ami-id", facts.ImageId);
        Add("ami-launch-index", facts.LaunchIndex.ToString(CultureInfo.InvariantCulture));
        Add("ami-manifest-path", "(unknown)");
        Add("block-device-mapping/ami", "xvda");
        Add("block-device-mapping/root", "/dev/xvda");
        Add("hostname", facts.PrivateDnsName);
        Add("instance-action", "none");
        Add("instance-id", facts.InstanceId);
        Add("instance-life-cycle", "on-demand");
        Add("instance-type", facts.InstanceType);
        Add("local-hostname", facts.PrivateDnsName);
        Add("local-ipv4", facts.PrivateAddress.ToString());
        Add("mac", facts.MacAddress);
        Add("profile", "default-hvm");
        Add("reservation-id", facts.ReservationId);
        Add("security-groups", string.Join('\n', facts.SecurityGroups.Select(static group => group.Name)));
        Add("services/domain", "amazonaws.com");
        Add("services/partition", "aws");
        Add("system", "nitro");
        if (facts.KeyName is { } key)
        {
            Add("public-keys", $"0={key}");
        }
    }

    private void AddPlacement(InstanceFacts facts)
    {
        Add("placement/availability-zone", facts.AvailabilityZone);
        Add("placement/availability-zone-id", facts.AvailabilityZoneId);
        Add("placement/region", facts.Region);
    }

    private void AddInterface(InstanceFacts facts)
    {
        var path = $"network/interfaces/macs/{facts.MacAddress}";
        Add($"{path}/device-number", "0");
        Add($"{path}/interface-id", facts.NetworkInterfaceId);
        Add($"{path}/local-hostname", facts.PrivateDnsName);
        Add($"{path}/local-ipv4s", facts.PrivateAddress.ToString());
        Add($"{path}/mac", facts.MacAddress);
        Add($"{path}/owner-id", facts.Account.ToString());
        Add($"{path}/security-group-ids", string.Join('\n', facts.SecurityGroups.Select(static group => group.Id)));
        Add($"{path}/security-groups", string.Join('\n', facts.SecurityGroups.Select(static group => group.Name)));
        Add($"{path}/subnet-id", facts.Subnet.Id);
        Add($"{path}/subnet-ipv4-cidr-block", facts.Subnet.Cidr);
        Add($"{path}/vpc-id", facts.Vpc.Id);
        Add($"{path}/vpc-ipv4-cidr-block", facts.Vpc.Cidr);
        Add($"{path}/vpc-ipv4-cidr-blocks", facts.Vpc.Cidr);
    }
}
