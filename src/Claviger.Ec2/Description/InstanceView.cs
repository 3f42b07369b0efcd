using System.Globalization;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>An instance with what stands elsewhere: its tags, those of its volume and interface, and its network.</summary>
internal sealed class InstanceView
{
    private InstanceView(InstanceRecord record, DefaultNetwork network, ILookup<string, Ec2TagRecord> tags)
    {
        Record = record;
        Network = network;
        Subnet = network.Subnet(record.Details.SubnetId);
        Tags = ResourceTags.Set(tags[record.Id]);
        VolumeTags = ResourceTags.Set(tags[record.Details.VolumeId]);
        InterfaceTags = ResourceTags.Set(tags[record.Details.NetworkInterfaceId]);
    }

    public InstanceRecord Record { get; }

    public InstanceDetails Details => Record.Details;

    public DefaultNetwork Network { get; }

    public DefaultSubnet Subnet { get; }

    public TagSet Tags { get; }

    public TagSet VolumeTags { get; }

    public TagSet InterfaceTags { get; }

    public InstanceStateName State => InstanceStates.Of(Record);

    /// <summary>Whether it still has its volume and interface.</summary>
    public bool IsWhole => State != InstanceStateName.Terminated;

    /// <summary>Its name within the network; empty once it has no address.</summary>
    public string PrivateDnsName => Record.PrivateAddress is { } address ? PrivateDnsNameOf(address, Record.Region) : "";

    /// <summary>What a list of instances is ordered by.</summary>
    public string Key => string.Create(
        CultureInfo.InvariantCulture,
        $"{Record.Details.Created.ToUnixTimeMilliseconds():d15}/{Record.ReservationId}/{Record.LaunchIndex:d5}/{Record.Id}");

    /// <summary>The name of an address within the network of a region.</summary>
    public static string PrivateDnsNameOf(string address, string region) =>
        $"ip-{address.Replace('.', '-')}.{Regions.PrivateDomain(region)}";

    /// <summary>One instance of the caller's account.</summary>
    public static InstanceView Of(InstanceRecord record, CallContext call, ReadTransaction state) =>
        new(record, DefaultNetwork.Of(call), ResourceTags.All(state, call));

    /// <summary>Some instances of the caller's account.</summary>
    public static IReadOnlyList<InstanceView> Of(IEnumerable<InstanceRecord> records, CallContext call, ReadTransaction state)
    {
        var network = DefaultNetwork.Of(call);
        var tags = ResourceTags.All(state, call);
        return [.. records.Select(record => new InstanceView(record, network, tags))];
    }

    /// <summary>All instances of the caller's account in the region of the call that are shown, in the order of their launches.</summary>
    public static IReadOnlyList<InstanceView> All(CallContext call, ReadTransaction state) => Of(
        Instances.Of(state, call.Caller.Account, call.Region).Where(record => InstanceStates.IsShown(record, call.Time)), call, state);
}
