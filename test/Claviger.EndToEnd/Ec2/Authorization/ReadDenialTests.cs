namespace Claviger.EndToEnd;

/// <summary>No Describe operation answers a user without permission.</summary>
public sealed class ReadDenialTests(InstanceAccount account) : IClassFixture<InstanceAccount>
{
    [Theory]
    [Covers("ec2", "DescribeAccountAttributes", Aspect.Denies)]
    [Covers("ec2", "DescribeAvailabilityZones", Aspect.Denies)]
    [Covers("ec2", "DescribeIamInstanceProfileAssociations", Aspect.Denies)]
    [Covers("ec2", "DescribeImages", Aspect.Denies)]
    [Covers("ec2", "DescribeInstanceCreditSpecifications", Aspect.Denies)]
    [Covers("ec2", "DescribeInstanceStatus", Aspect.Denies)]
    [Covers("ec2", "DescribeInstanceTypeOfferings", Aspect.Denies)]
    [Covers("ec2", "DescribeInstanceTypes", Aspect.Denies)]
    [Covers("ec2", "DescribeInstances", Aspect.Denies)]
    [Covers("ec2", "DescribeKeyPairs", Aspect.Denies)]
    [Covers("ec2", "DescribeNetworkInterfaces", Aspect.Denies)]
    [Covers("ec2", "DescribeRegions", Aspect.Denies)]
    [Covers("ec2", "DescribeSecurityGroups", Aspect.Denies)]
    [Covers("ec2", "DescribeSubnets", Aspect.Denies)]
    [Covers("ec2", "DescribeTags", Aspect.Denies)]
    [Covers("ec2", "DescribeVolumes", Aspect.Denies)]
    [Covers("ec2", "DescribeVpcs", Aspect.Denies)]
    [InlineData("DescribeAccountAttributes")]
    [InlineData("DescribeAvailabilityZones")]
    [InlineData("DescribeIamInstanceProfileAssociations")]
    [InlineData("DescribeImages")]
    [InlineData("DescribeInstanceCreditSpecifications")]
    [InlineData("DescribeInstanceStatus")]
    [InlineData("DescribeInstanceTypeOfferings")]
    [InlineData("DescribeInstanceTypes")]
    [InlineData("DescribeInstances")]
    [InlineData("DescribeKeyPairs")]
    [InlineData("DescribeNetworkInterfaces")]
    [InlineData("DescribeRegions")]
    [InlineData("DescribeSecurityGroups")]
    [InlineData("DescribeSubnets")]
    [InlineData("DescribeTags")]
    [InlineData("DescribeVolumes")]
    [InlineData("DescribeVpcs")]
    public async Task Lists_are_denied_without_a_word_on_resources(string operation)
    {
        var eve = await account.Account.NewUserAsync($"eve-{operation}");
        account.AssertDenied(await eve.Ec2.FailAsync(operation), $"eve-{operation}", $"ec2:{operation}", null);
    }

    [Theory]
    [Covers("ec2", "DescribeInstanceAttribute", Aspect.Denies)]
    [Covers("ec2", "GetConsoleOutput", Aspect.Denies)]
    [InlineData("DescribeInstanceAttribute")]
    [InlineData("GetConsoleOutput")]
    public async Task What_is_in_an_instance_is_denied_by_its_ARN_whether_it_is_there_or_not(string operation)
    {
        const string Nobody = "i-00000000000000000";
        var eve = await account.Account.NewUserAsync($"eve-{operation}");
        object parameters = operation == "GetConsoleOutput" ? new { InstanceId = Nobody } : new { InstanceId = Nobody, Attribute = "userData" };
        account.AssertDenied(
            await eve.Ec2.FailAsync(operation, parameters),
            $"eve-{operation}",
            $"ec2:{operation}",
            account.Arn($"instance/{Nobody}"));
    }
}
