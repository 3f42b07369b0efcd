using Claviger.Policy;

namespace Claviger.Ec2;

/// <summary>EC2's own condition keys, and IAM's for passing roles.</summary>
/// <remarks>Source: "Actions, resources, and condition keys for Amazon EC2" in AWS's service authorization reference.</remarks>
internal static class Ec2Keys
{
    public static ContextKey Region { get; } = ContextKey.Of("ec2:Region");

    public static ContextKey InstanceId { get; } = ContextKey.Of("ec2:InstanceID");

    public static ContextKey InstanceType { get; } = ContextKey.Of("ec2:InstanceType");

    /// <summary>ARN of the instance profile in the request, or of the one that the instance has.</summary>
    public static ContextKey InstanceProfile { get; } = ContextKey.Of("ec2:InstanceProfile");

    /// <summary>ARN of the instance profile that takes the place of the present one.</summary>
    public static ContextKey NewInstanceProfile { get; } = ContextKey.Of("ec2:NewInstanceProfile");

    public static ContextKey MetadataHttpTokens { get; } = ContextKey.Of("ec2:MetadataHttpTokens");

    public static ContextKey MetadataHttpEndpoint { get; } = ContextKey.Of("ec2:MetadataHttpEndpoint");

    public static ContextKey MetadataHttpPutResponseHopLimit { get; } = ContextKey.Of("ec2:MetadataHttpPutResponseHopLimit");

    public static ContextKey InstanceMetadataTags { get; } = ContextKey.Of("ec2:InstanceMetadataTags");

    public static ContextKey AvailabilityZone { get; } = ContextKey.Of("ec2:AvailabilityZone");

    public static ContextKey EbsOptimized { get; } = ContextKey.Of("ec2:EbsOptimized");

    public static ContextKey RootDeviceType { get; } = ContextKey.Of("ec2:RootDeviceType");

    public static ContextKey Tenancy { get; } = ContextKey.Of("ec2:Tenancy");

    public static ContextKey IsLaunchTemplateResource { get; } = ContextKey.Of("ec2:IsLaunchTemplateResource");

    public static ContextKey ImageId { get; } = ContextKey.Of("ec2:ImageID");

    public static ContextKey ImageType { get; } = ContextKey.Of("ec2:ImageType");

    public static ContextKey Owner { get; } = ContextKey.Of("ec2:Owner");

    public static ContextKey Public { get; } = ContextKey.Of("ec2:Public");

    public static ContextKey SubnetId { get; } = ContextKey.Of("ec2:SubnetID");

    /// <summary>ARN of the subnet that a network interface is in.</summary>
    public static ContextKey Subnet { get; } = ContextKey.Of("ec2:Subnet");

    /// <summary>ARN of the network that a subnet, interface or group is in.</summary>
    public static ContextKey Vpc { get; } = ContextKey.Of("ec2:Vpc");

    public static ContextKey SecurityGroupId { get; } = ContextKey.Of("ec2:SecurityGroupID");

    public static ContextKey VolumeSize { get; } = ContextKey.Of("ec2:VolumeSize");

    public static ContextKey VolumeType { get; } = ContextKey.Of("ec2:VolumeType");

    public static ContextKey Encrypted { get; } = ContextKey.Of("ec2:Encrypted");

    public static ContextKey KeyPairName { get; } = ContextKey.Of("ec2:KeyPairName");

    public static ContextKey KeyPairType { get; } = ContextKey.Of("ec2:KeyPairType");

    /// <summary>The operation that makes what is tagged in one go with it.</summary>
    public static ContextKey CreateAction { get; } = ContextKey.Of("ec2:CreateAction");

    /// <summary>What a modification changes: the name of the attribute.</summary>
    public static ContextKey Attribute { get; } = ContextKey.Of("ec2:Attribute");

    public static ContextKey PassedToService { get; } = ContextKey.Of("iam:PassedToService");

    public static ContextKey AssociatedResourceArn { get; } = ContextKey.Of("iam:AssociatedResourceArn");
}
