using System.Security.Cryptography;
using Claviger.Aws;
using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>What a request to launch comes to once names are resolved and defaults are filled in.</summary>
internal sealed class LaunchPlan
{
    private const string UnknownArchitecture = "";

    private readonly InstanceNetworkInterfaceSpecificationShape? _interface;
    private readonly EbsBlockDeviceShape? _volume;

    public LaunchPlan(RunInstancesRequest request, CallContext call, ReadTransaction state)
    {
        Request = request;
        _interface = request.NetworkInterfaces is [var first, ..] ? first : null;
        _volume = request.BlockDeviceMappings is [var device, ..] ? device.Ebs : null;
        Network = DefaultNetwork.Of(call);
        Tags = TagSpecifications.Read(request.TagSpecifications, "instance", "volume", "network-interface", "spot-instances-request", "elastic-gpu");
        Profile = ProfileLookup.Find(request.IamInstanceProfile, call, state);
        InstanceTypes.TryFind(request.InstanceType ?? InstanceTypes.Default, out var type);
        Type = type!;
        Subnet = WantedSubnetId is { } id
            ? Network.Subnets.FirstOrDefault(subnet => subnet.Id == id)
            : Network.Subnets.FirstOrDefault(subnet => request.Placement?.AvailabilityZone is not { } zone || subnet.Zone.Name == zone);
    }

    public RunInstancesRequest Request { get; }

    public DefaultNetwork Network { get; }

    public TagSpecifications Tags { get; }

    public InstanceType Type { get; }

    /// <summary>The profile that is asked for; null if there is none such, or none is.</summary>
    public InstanceProfileRecord? Profile { get; }

    /// <summary>The subnet; null if there is none such.</summary>
    public DefaultSubnet? Subnet { get; }

    public string SubnetId => Subnet?.Id ?? WantedSubnetId ?? "*";

    public string VolumeType => _volume?.VolumeType ?? "gp3";

    public int? WantedGiB => _volume?.VolumeSize;

    /// <summary>The groups as the request names them: whether they exist is asked later.</summary>
    public IReadOnlyList<string> GroupIds => (_interface?.Groups ?? Request.SecurityGroupIds) is { Count: > 0 } ids ? ids : [Network.GroupId];

    private string? WantedSubnetId => _interface?.SubnetId ?? Request.SubnetId;

    /// <summary>The metadata options that the account's launches begin with.</summary>
    public static MetadataDefaults DefaultsFor(CallContext call, ReadTransaction state) =>
        MetadataDefaults.Of(Store.Accounts.Find(state, call.Caller.Account)!, call.Region);

    /// <summary>Refuses what names something that isn't there.</summary>
    /// <returns>The image.</returns>
    /// <exception cref="AwsError">In EC2's codes.</exception>
    public InstanceImage Demand(InstanceHosting hosting, CallContext call, ReadTransaction state)
    {
        var image = LaunchImage.Demand(hosting, Request.ImageId!);
        if (Request.Placement?.AvailabilityZone is { } zone && !Network.Subnets.Any(subnet => subnet.Zone.Name == zone))
        {
            throw AwsError.InvalidParameterValue($"Invalid availability zone: [{zone}]");
        }

        Network.Subnet(WantedSubnetId);
        SecurityGroups.Find(Network, GroupIds, Request.SecurityGroups);
        if (Request.KeyName is { } key && KeyPairs.Find(state, call.Caller.Account, call.Region, key) is null)
        {
            throw KeyPairLookup.NotFound(key);
        }

        if (Request.IamInstanceProfile is { } profile)
        {
            ProfileLookup.Demand(profile, call, state);
        }

        if (Type.Architecture != image.Architecture)
        {
            throw AwsError.InvalidParameterValue(
                $"The architecture '{Type.Architecture}' of the specified instance type does not match the architecture '{image.Architecture}' of the specified AMI. "
                + "Specify an instance type and an AMI that have matching architectures, and try again. "
                + "You can use 'describe-instance-types' or 'describe-images' to discover the architecture of the instance type or AMI.");
        }

        return WantedGiB is { } size && size < image.SizeGiB
            ? throw new AwsError("InvalidBlockDeviceMapping", 400, $"Volume of size {size}GB is smaller than the image, expect size >= {image.SizeGiB}GB")
            : image;
    }

    /// <summary>What an instance of the launch is like, before it has ids of its own.</summary>
    public InstanceDetails Details(MetadataDefaults defaults)
    {
        var details = new InstanceDetails
        {
            ImageId = Request.ImageId!,
            InstanceType = Type.Name,
            Architecture = UnknownArchitecture,
            AvailabilityZone = Subnet?.Zone.Name ?? "",
            SubnetId = SubnetId,
            NetworkInterfaceId = "",
            AttachmentId = "",
            MacAddress = "",
            VolumeId = "",
            VolumeGiB = WantedGiB ?? 0,
            VolumeType = VolumeType,
            SecurityGroupIds = GroupIds,
            KeyName = Request.KeyName,
            Created = default,
            DisableApiTermination = Request.DisableApiTermination == true,
            DisableApiStop = Request.DisableApiStop == true,
            TerminatesOnShutdown = Request.InstanceInitiatedShutdownBehavior == "terminate",
            Monitoring = Request.Monitoring?.Enabled == true,
            EbsOptimized = Request.EbsOptimized == true,
            CpuCredits = Type.IsBurstable ? Request.CreditSpecification?.CpuCredits ?? Type.DefaultCredits : null,
        };
        details = MetadataOptionsShapes.Change(
            details, defaults.HttpTokens, defaults.HopLimit, null, null, defaults.InstanceMetadataTags) with
        {
            MetadataEnabled = defaults.HttpEndpoint != "disabled",
        };
        var options = Request.MetadataOptions;
        return MetadataOptionsShapes.Change(
            details,
            options?.HttpTokens,
            options?.HttpPutResponseHopLimit,
            options?.HttpEndpoint,
            options?.HttpProtocolIpv6,
            options?.InstanceMetadataTags);
    }

    /// <summary>The next instance of the launch.</summary>
    public InstanceRecord NewInstance(
        InstanceDetails details, InstanceImage image, string host, string reservationId, int index, CallContext call, ReadTransaction state)
    {
        var subnet = Subnet!;
        var wanted = _interface?.PrivateIpAddress ?? Request.PrivateIpAddress;
        var record = new InstanceRecord
        {
            Id = UniqueId.NewEc2("i"),
            Account = call.Caller.Account,
            Region = call.Region,
            Host = host,
            State = (int)InstanceStateName.Pending,
            ReservationId = reservationId,
            LaunchIndex = index,
            ClientToken = Request.ClientToken,
            PrivateAddress = wanted is null ? Network.FreeAddress(subnet, state) : Network.DemandAddress(subnet, wanted, state),
            Launched = call.Time,
            Details = details with
            {
                Architecture = image.Architecture,
                VolumeGiB = WantedGiB ?? image.SizeGiB,
                NetworkInterfaceId = UniqueId.NewEc2("eni"),
                AttachmentId = UniqueId.NewEc2("eni-attach"),
                VolumeId = UniqueId.NewEc2("vol"),
                MacAddress = NewMacAddress(),
                Created = call.Time,
            },
        };
        return Profile is null ? record : ProfileLookup.Associate(record, Profile, call.Time);
    }

    // Locally administered, for one station: 0a, as AWS's often are.
    private static string NewMacAddress() =>
        $"0a:{string.Join(':', RandomNumberGenerator.GetBytes(5).Select(static part => Convert.ToHexStringLower([part])))}";
}
