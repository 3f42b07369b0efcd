namespace Claviger.ShapeGen;

/// <summary>What is known of EC2 and isn't in its model.</summary>
internal static class Ec2Facts
{
    /// <summary>The operations of instances and what they stand on: a few of the more than seven hundred that a whole model has.</summary>
    private static readonly HashSet<string> s_served = new(StringComparer.Ordinal)
    {
        "AssociateIamInstanceProfile", "AuthorizeSecurityGroupIngress", "CreateKeyPair", "CreateSecurityGroup", "CreateTags",
        "DeleteKeyPair", "DeleteSecurityGroup", "DeleteTags", "DescribeAccountAttributes", "DescribeAvailabilityZones",
        "DescribeIamInstanceProfileAssociations", "DescribeImages", "DescribeInstanceAttribute", "DescribeInstanceCreditSpecifications",
        "DescribeInstanceStatus", "DescribeInstanceTypeOfferings", "DescribeInstanceTypes", "DescribeInstances", "DescribeKeyPairs",
        "DescribeNetworkInterfaces", "DescribeRegions", "DescribeSecurityGroups", "DescribeSubnets", "DescribeTags", "DescribeVolumes",
        "DescribeVpcs", "DisassociateIamInstanceProfile", "GetConsoleOutput", "GetInstanceMetadataDefaults", "ImportKeyPair",
        "ModifyInstanceAttribute", "ModifyInstanceMetadataDefaults", "ModifyInstanceMetadataOptions", "RebootInstances",
        "ReplaceIamInstanceProfileAssociation", "RunInstances", "StartInstances", "StopInstances", "TerminateInstances",
    };

    /// <summary>Whether shapes are made for an operation.</summary>
    public static bool IsServed(string operation) => s_served.Contains(operation);

    /// <summary>Whether a value outside the model's list is refused later, by whoever knows which ones there are.</summary>
    public static bool IsOpen(ShapeDefinition shape) => shape.Name == "InstanceType";
}
