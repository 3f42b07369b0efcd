using Claviger.Aws.Shapes.Ec2;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>An instance as answers show it.</summary>
internal static class InstanceShapes
{
    /// <summary>The device that an instance's volume is.</summary>
    public const string RootDevice = "/dev/xvda";

    /// <summary>Reservations with those of their instances that are given.</summary>
    public static IReadOnlyList<ReservationShape> Reservations(IEnumerable<InstanceView> instances) =>
    [
        .. instances.GroupBy(static view => view.Record.ReservationId).Select(static reservation => new ReservationShape
        {
            ReservationId = reservation.Key,
            OwnerId = reservation.First().Record.Account.ToString(),
            Groups = [],
            Instances = [.. reservation.Select(Of)],
        }),
    ];

    /// <summary>All of an instance.</summary>
    public static InstanceShape Of(InstanceView view)
    {
        var (record, details) = (view.Record, view.Details);
        var isWhole = view.IsWhole;
        var isNitro = InstanceTypes.TryFind(details.InstanceType, out var type) && type.IsNitro;
        return new InstanceShape
        {
            InstanceId = record.Id,
            ImageId = details.ImageId,
            State = InstanceStates.Shape(view.State),
            PrivateDnsName = view.PrivateDnsName,
            PublicDnsName = "",
            StateTransitionReason = details.TransitionReason ?? "",
            KeyName = details.KeyName,
            AmiLaunchIndex = record.LaunchIndex,
            ProductCodes = [],
            InstanceType = details.InstanceType,
            LaunchTime = record.Launched,
            Placement = new PlacementShape
            {
                AvailabilityZone = details.AvailabilityZone,
                AvailabilityZoneId = view.Subnet.Zone.Id,
                GroupName = "",
                Tenancy = "default",
            },
            Monitoring = Monitoring(details),
            SubnetId = isWhole ? details.SubnetId : null,
            VpcId = isWhole ? view.Network.VpcId : null,
            PrivateIpAddress = record.PrivateAddress,
            StateReason = details.StateReasonCode is null ? null : new StateReasonShape { Code = details.StateReasonCode, Message = details.StateReason },
            Architecture = details.Architecture,
            RootDeviceType = "ebs",
            RootDeviceName = RootDevice,
            BlockDeviceMappings = isWhole ? [RootDeviceOf(details)] : [],
            VirtualizationType = "hvm",
            ClientToken = record.ClientToken ?? "",
            Tags = TagRules.Shapes(view.Tags),
            SecurityGroups = isWhole ? SecurityGroups.Shapes(details.SecurityGroupIds) : [],
            SourceDestCheck = isWhole ? details.SourceDestCheck : null,
            Hypervisor = isNitro ? "nitro" : "xen",
            NetworkInterfaces = isWhole ? [NetworkInterfaceShapes.OfInstance(view)] : [],
            IamInstanceProfile = ProfileOf(record),
            EbsOptimized = details.EbsOptimized,
            EnaSupport = isNitro,
            CpuOptions = new CpuOptionsShape
            {
                CoreCount = type is null ? 1 : type.VirtualCpus / type.ThreadsPerCore,
                ThreadsPerCore = type?.ThreadsPerCore ?? 1,
            },
            CapacityReservationSpecification = new CapacityReservationSpecificationResponseShape { CapacityReservationPreference = "open" },
            HibernationOptions = new HibernationOptionsShape { Configured = false },
            // AWS: a change is shown as pending until the host has taken it up.
            MetadataOptions = MetadataOptionsShapes.Of(details, details.OptionsChanged || view.State == InstanceStateName.Pending ? "pending" : "applied"),
            EnclaveOptions = new EnclaveOptionsShape { Enabled = false },
            PlatformDetails = "Linux/UNIX",
            UsageOperation = "RunInstances",
            UsageOperationUpdateTime = details.Created,
            PrivateDnsNameOptions = new PrivateDnsNameOptionsResponseShape
            {
                HostnameType = "ip-name",
                EnableResourceNameDnsARecord = false,
                EnableResourceNameDnsAAAARecord = false,
            },
            MaintenanceOptions = new InstanceMaintenanceOptionsShape { AutoRecovery = "default" },
            CurrentInstanceBootMode = "legacy-bios",
        };
    }

    /// <summary>The instance profile of an instance; null where it has none.</summary>
    public static IamInstanceProfileShape? ProfileOf(InstanceRecord record) =>
        record.ProfileId is null ? null : new IamInstanceProfileShape { Arn = record.Details.ProfileArn, Id = record.ProfileId };

    /// <summary>The only device of an instance.</summary>
    public static InstanceBlockDeviceMappingShape RootDeviceOf(InstanceDetails details) => new()
    {
        DeviceName = RootDevice,
        Ebs = new EbsInstanceBlockDeviceShape
        {
            VolumeId = details.VolumeId,
            Status = "attached",
            AttachTime = details.Created,
            DeleteOnTermination = true,
        },
    };

    private static MonitoringShape Monitoring(InstanceDetails details) => new() { State = details.Monitoring ? "enabled" : "disabled" };
}
