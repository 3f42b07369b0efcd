using System.Net;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>What the store knows of instances, for those who answer them and run them: the metadata service, the host.</summary>
public sealed class InstanceDirectory(IStore store, SecretBox box)
{
    /// <summary>The facts of an instance as they are now; null if there is none.</summary>
    public ValueTask<InstanceFacts?> FindAsync(string instanceId) =>
        store.ReadAsync((Directory: this, instanceId), static (state, it) => it.Directory.Find(it.instanceId, state));

    /// <summary>What a driver needs to run an instance.</summary>
    internal InstanceSpec SpecOf(InstanceRecord record)
    {
        var details = record.Details;
        var limits = InstanceTypes.TryFind(details.InstanceType, out var type)
            ? type.Limits(details.VolumeGiB)
            : throw new InstanceStartException($"There is no instance type {details.InstanceType}.");
        var address = record.PrivateAddress
            ?? throw new InstanceStartException($"The instance {record.Id} has no address any more.");
        return new InstanceSpec
        {
            InstanceId = record.Id,
            Account = record.Account,
            ImageId = details.ImageId,
            Limits = limits,
            Region = record.Region,
            PrivateAddress = IPAddress.Parse(address),
            PrivateDnsName = InstanceView.PrivateDnsNameOf(address, record.Region),
            MacAddress = details.MacAddress,
            UserData = BootScriptSeal.Open(box, record),
            Metadata = MetadataOptionsShapes.Of(details),
        };
    }

    private InstanceFacts? Find(string instanceId, ReadTransaction state)
    {
        if (Instances.ById(state, instanceId) is not { PrivateAddress: { } address } record)
        {
            return null;
        }

        var details = record.Details;
        var network = DefaultNetwork.Of(record.Account, record.Region);
        var subnet = network.Subnet(details.SubnetId);
        return new InstanceFacts
        {
            InstanceId = record.Id,
            Account = record.Account,
            State = InstanceStates.Of(record),
            ImageId = details.ImageId,
            InstanceType = details.InstanceType,
            Architecture = details.Architecture,
            ReservationId = record.ReservationId,
            LaunchIndex = record.LaunchIndex,
            LaunchTime = record.Launched,
            Region = record.Region,
            AvailabilityZone = details.AvailabilityZone,
            AvailabilityZoneId = subnet.Zone.Id,
            PrivateAddress = IPAddress.Parse(address),
            PrivateDnsName = InstanceView.PrivateDnsNameOf(address, record.Region),
            MacAddress = details.MacAddress,
            NetworkInterfaceId = details.NetworkInterfaceId,
            Subnet = (subnet.Id, subnet.Cidr),
            Vpc = (network.VpcId, DefaultNetwork.VpcCidr),
            SecurityGroups = [.. details.SecurityGroupIds.Select(static id => (DefaultNetwork.GroupName, id))],
            KeyName = details.KeyName,
            UserData = BootScriptSeal.Open(box, record),
            Tags = ResourceTags.Set(Ec2Tags.Of(state, record.Account, record.Region, record.Id)),
            Metadata = MetadataOptionsShapes.Of(details),
            Profile = ProfileOf(record, state),
        };
    }

    // A profile that was deleted and made anew under its name is another one: it hands out nothing.
    private static InstanceProfileFacts? ProfileOf(InstanceRecord record, ReadTransaction state)
    {
        if (record.ProfileId is not { } id || InstanceProfiles.ById(state, record.Account, id) is not { } profile)
        {
            return null;
        }

        var role = profile.RoleId is { } roleId ? Roles.ById(state, record.Account, roleId) : null;
        return new InstanceProfileFacts(
            ProfileLookup.ArnOf(profile),
            profile.Id,
            role is null ? null : $"arn:aws:iam::{role.Account}:role{role.Path}{role.Name}",
            role?.Name) { RoleId = role?.Id };
    }
}
