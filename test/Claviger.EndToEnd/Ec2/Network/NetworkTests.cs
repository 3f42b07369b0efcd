namespace Claviger.EndToEnd;

/// <summary>The default network, regions and types: what is the same in every account.</summary>
public sealed class NetworkTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact]
    [Covers("ec2", "DescribeVpcs", Aspect.Works)]
    [Covers("ec2", "DescribeSubnets", Aspect.Works)]
    [Covers("ec2", "DescribeSecurityGroups", Aspect.Works)]
    [Covers("ec2", "DescribeAccountAttributes", Aspect.Works)]
    public async Task Every_account_has_a_default_network()
    {
        var vpc = (await account.Root.Ec2.CallAsync("DescribeVpcs", Filter("is-default", "true"))).List("Vpcs").Single();
        Assert.Equal(("172.31.0.0/16", "available", account.Id), (vpc["CidrBlock"], vpc["State"], vpc["OwnerId"]));
        var subnets = (await account.Root.Ec2.CallAsync("DescribeSubnets", Filter("vpc-id", vpc["VpcId"]!))).List("Subnets");
        Assert.Equal(["172.31.0.0/20", "172.31.16.0/20", "172.31.32.0/20"], subnets.Select(static subnet => subnet["CidrBlock"]).Order());
        Assert.Equal(["us-east-1a", "us-east-1b", "us-east-1c"], subnets.Select(static subnet => subnet["AvailabilityZone"]).Order());
        Assert.All(subnets, static subnet => Assert.Equal("4091", subnet["AvailableIpAddressCount"]));
        var group = (await account.Root.Ec2.CallAsync("DescribeSecurityGroups", Filter("group-name", "default"))).List("SecurityGroups").Single();
        Assert.Equal((vpc["VpcId"], "default VPC security group"), (group["VpcId"], group["Description"]));
        var attributes = await account.Root.Ec2.CallAsync("DescribeAccountAttributes", new { AttributeNames = new[] { "default-vpc" } });
        Assert.Equal(vpc["VpcId"], attributes.List("AccountAttributes").Single().Texts("AttributeValues", "AttributeValue").Single());
    }

    [Fact]
    [Covers("ec2", "DescribeRegions", Aspect.Works)]
    [Covers("ec2", "DescribeAvailabilityZones", Aspect.Works)]
    public async Task Regions_and_zones_are_AWSs()
    {
        var regions = (await account.Root.Ec2.CallAsync("DescribeRegions")).Texts("Regions", "RegionName");
        Assert.Equal(17, regions.Count);
        Assert.Contains("eu-central-1", regions);
        Assert.Contains("me-central-1", (await account.Root.Ec2.CallAsync("DescribeRegions", new { AllRegions = true })).Texts("Regions", "RegionName"));
        var one = (await account.Root.Ec2.CallAsync("DescribeRegions", new { RegionNames = new[] { "af-south-1" } })).List("Regions").Single();
        Assert.Equal(("ec2.af-south-1.amazonaws.com", "not-opted-in"), (one["Endpoint"], one["OptInStatus"]));
        var zones = (await account.Root.Ec2.CallAsync("DescribeAvailabilityZones")).List("AvailabilityZones");
        Assert.Equal(["us-east-1a use1-az1", "us-east-1b use1-az2", "us-east-1c use1-az3"], zones.Select(static zone => $"{zone["ZoneName"]} {zone["ZoneId"]}"));
        Assert.Single((await account.Root.Ec2.CallAsync("DescribeAvailabilityZones", Filter("zone-id", "*az2"))).List("AvailabilityZones"));
    }

    [Fact]
    [Covers("ec2", "DescribeInstanceTypes", Aspect.Works)]
    [Covers("ec2", "DescribeInstanceTypeOfferings", Aspect.Works)]
    public async Task Types_are_listed_with_their_sizes_and_places()
    {
        var micro = (await account.Root.Ec2.CallAsync("DescribeInstanceTypes", new { InstanceTypes = new[] { "t3.micro" } })).List("InstanceTypes").Single();
        Assert.Equal(("2", "1024", "nitro"), (micro["VCpuInfo.DefaultVCpus"], micro["MemoryInfo.SizeInMiB"], micro["Hypervisor"]));
        Assert.Equal(["1"], micro.List("VCpuInfo.ValidCores").Select(static cores => cores.Text));
        var first = await account.Root.Ec2.CallAsync("DescribeInstanceTypes", new { MaxResults = 5 });
        var second = await account.Root.Ec2.CallAsync("DescribeInstanceTypes", new { MaxResults = 5, NextToken = first["NextToken"] });
        Assert.Empty(first.Texts("InstanceTypes", "InstanceType").Intersect(second.Texts("InstanceTypes", "InstanceType")));
        var offered = await account.Root.Ec2.CallAsync(
            "DescribeInstanceTypeOfferings", new { LocationType = "availability-zone", Filters = new[] { new { Name = "instance-type", Values = new[] { "t3.micro" } } } });
        Assert.Equal(["us-east-1a", "us-east-1b", "us-east-1c"], offered.Texts("InstanceTypeOfferings", "Location"));
    }

    [Fact, Covers("ec2", "DescribeImages", Aspect.Works)]
    public async Task The_images_of_the_host_are_Amazons()
    {
        var id = await account.Server.ImageAsync();
        var image = (await account.Root.Ec2.CallAsync("DescribeImages", new { Owners = new[] { "amazon" }, ImageIds = new[] { id } })).List("Images").Single();
        Assert.Equal(("tiny", "for tests", "available", "/dev/xvda"), (image["Name"], image["Description"], image["State"], image["RootDeviceName"]));
        Assert.Single((await account.Root.Ec2.CallAsync("DescribeImages", Filter("name", "ti*"))).List("Images"));
        Assert.Empty((await account.Root.Ec2.CallAsync("DescribeImages", new { Owners = new[] { "self" } })).List("Images"));
    }

    [Theory]
    [Covers("ec2", "DescribeVpcs", Aspect.Refuses)]
    [Covers("ec2", "DescribeSubnets", Aspect.Refuses)]
    [Covers("ec2", "DescribeSecurityGroups", Aspect.Refuses)]
    [Covers("ec2", "DescribeRegions", Aspect.Refuses)]
    [Covers("ec2", "DescribeAvailabilityZones", Aspect.Refuses)]
    [Covers("ec2", "DescribeInstanceTypes", Aspect.Refuses)]
    [Covers("ec2", "DescribeInstanceTypeOfferings", Aspect.Refuses)]
    [Covers("ec2", "DescribeImages", Aspect.Refuses)]
    [Covers("ec2", "DescribeAccountAttributes", Aspect.Refuses)]
    [InlineData("DescribeVpcs", "VpcIds", "vpc-1234", "InvalidVpcID.NotFound", "The vpc ID 'vpc-1234' does not exist")]
    [InlineData("DescribeSubnets", "SubnetIds", "subnet-1234", "InvalidSubnetID.NotFound", "The subnet ID 'subnet-1234' does not exist")]
    [InlineData("DescribeSecurityGroups", "GroupIds", "sg-1234", "InvalidGroup.NotFound", "The security group 'sg-1234' does not exist")]
    [InlineData("DescribeSecurityGroups", "GroupNames", "web", "InvalidGroup.NotFound", "The security group 'web' does not exist")]
    [InlineData("DescribeRegions", "RegionNames", "mars-1", "InvalidParameterValue", "Invalid region names: [mars-1]")]
    [InlineData("DescribeAvailabilityZones", "ZoneNames", "us-east-1z", "InvalidParameterValue", "Invalid availability zone: [us-east-1z]")]
    [InlineData("DescribeInstanceTypes", "InstanceTypes", "x9.huge", "InvalidInstanceType", "The following supplied instance types do not exist: [x9.huge]")]
    [InlineData("DescribeInstanceTypeOfferings", "LocationType", "moon", "InvalidParameterValue", "Value (moon) for parameter locationType is invalid.")]
    [InlineData("DescribeImages", "ImageIds", "ami-00000000000000000", "InvalidAMIID.NotFound", "The image id '[ami-00000000000000000]' does not exist")]
    [InlineData("DescribeImages", "ImageIds", "debian", "InvalidAMIID.Malformed", "Invalid id: \"debian\" (expecting \"ami-...\")")]
    [InlineData("DescribeAccountAttributes", "AttributeNames", "colour", "InvalidParameterValue", "Value (colour) for parameter attributeName is invalid.")]
    public async Task Refuses_what_is_not_there(string operation, string parameter, string value, string code, string message)
    {
        object sent = parameter == "LocationType" ? value : new[] { value };
        Assert.Equal(new SdkError(code, 400, message), await account.Root.Ec2.FailAsync(operation, new Dictionary<string, object> { [parameter] = sent }));
    }

    private static object Filter(string name, string value) => new { Filters = new[] { new { Name = name, Values = new[] { value } } } };
}
