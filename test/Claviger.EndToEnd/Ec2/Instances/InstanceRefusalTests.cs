namespace Claviger.EndToEnd;

/// <summary>Instances that aren't there, ids that can't be any's, and those that are protected.</summary>
public sealed class InstanceRefusalTests(InstanceAccount account) : IClassFixture<InstanceAccount>
{
    private const string Nobody = "i-00000000000000000";

    [Theory]
    [Covers("ec2", "DescribeInstances", Aspect.Refuses)]
    [Covers("ec2", "DescribeInstanceStatus", Aspect.Refuses)]
    [Covers("ec2", "DescribeInstanceCreditSpecifications", Aspect.Refuses)]
    [Covers("ec2", "StartInstances", Aspect.Refuses)]
    [Covers("ec2", "StopInstances", Aspect.Refuses)]
    [Covers("ec2", "RebootInstances", Aspect.Refuses)]
    [Covers("ec2", "TerminateInstances", Aspect.Refuses)]
    [InlineData("DescribeInstances")]
    [InlineData("DescribeInstanceStatus")]
    [InlineData("DescribeInstanceCreditSpecifications")]
    [InlineData("StartInstances")]
    [InlineData("StopInstances")]
    [InlineData("RebootInstances")]
    [InlineData("TerminateInstances")]
    public async Task Several_are_refused_together(string operation)
    {
        Assert.Equal(
            new SdkError("InvalidInstanceID.Malformed", 400, "Invalid id: \"foo\""),
            await account.Ec2.FailAsync(operation, new { InstanceIds = new[] { Nobody, "foo" } }));
        Assert.Equal(
            new SdkError("InvalidInstanceID.NotFound", 400, $"The instance ID '{Nobody}' does not exist"),
            await account.Ec2.FailAsync(operation, new { InstanceIds = new[] { Nobody } }));
        Assert.Equal(
            new SdkError("InvalidInstanceID.NotFound", 400, $"The instance IDs '{Nobody}, i-00000000000000001' do not exist"),
            await account.Ec2.FailAsync(operation, new { InstanceIds = new[] { Nobody, "i-00000000000000001" } }));
    }

    [Theory]
    [Covers("ec2", "DescribeInstanceAttribute", Aspect.Refuses)]
    [Covers("ec2", "ModifyInstanceAttribute", Aspect.Refuses)]
    [Covers("ec2", "ModifyInstanceMetadataOptions", Aspect.Refuses)]
    [Covers("ec2", "GetConsoleOutput", Aspect.Refuses)]
    [Covers("ec2", "AssociateIamInstanceProfile", Aspect.Refuses)]
    [InlineData("DescribeInstanceAttribute")]
    [InlineData("ModifyInstanceAttribute")]
    [InlineData("ModifyInstanceMetadataOptions")]
    [InlineData("GetConsoleOutput")]
    [InlineData("AssociateIamInstanceProfile")]
    public async Task One_is_refused_by_itself(string operation)
    {
        Assert.Equal(
            new SdkError("InvalidInstanceID.Malformed", 400, "Invalid id: \"i-xyz\""), await account.Ec2.FailAsync(operation, Parameters("i-xyz")));
        Assert.Equal(
            new SdkError("InvalidInstanceID.NotFound", 400, $"The instance ID '{Nobody}' does not exist"),
            await account.Ec2.FailAsync(operation, Parameters(Nobody)));
        var missing = Parameters(Nobody);
        missing.Remove("InstanceId");
        Assert.Equal(
            new SdkError("MissingParameter", 400, "The request must contain the parameter InstanceId"), await account.Ec2.FailAsync(operation, missing));

        Dictionary<string, object?> Parameters(string id) => operation switch
        {
            "DescribeInstanceAttribute" => new() { ["InstanceId"] = id, ["Attribute"] = "instanceType" },
            "ModifyInstanceAttribute" => new() { ["InstanceId"] = id, ["DisableApiStop"] = new { Value = true } },
            "ModifyInstanceMetadataOptions" => new() { ["InstanceId"] = id, ["HttpTokens"] = "required" },
            "AssociateIamInstanceProfile" => new() { ["InstanceId"] = id, ["IamInstanceProfile"] = new { Name = "none" } },
            _ => new() { ["InstanceId"] = id },
        };
    }

    [Fact]
    [Covers("ec2", "TerminateInstances", Aspect.Refuses)]
    [Covers("ec2", "StopInstances", Aspect.Refuses)]
    public async Task One_that_is_protected_is_neither_stopped_nor_terminated()
    {
        var id = await account.RunAsync(("DisableApiTermination", true), ("DisableApiStop", true));
        Assert.Equal(
            new SdkError(
                "OperationNotPermitted", 400, $"The instance '{id}' may not be terminated. Modify its 'disableApiTermination' instance attribute and try again."),
            await account.Ec2.FailAsync("TerminateInstances", new { InstanceIds = new[] { id } }));
        await account.WaitAsync(id, "running");
        Assert.Equal(
            new SdkError("OperationNotPermitted", 400, $"The instance '{id}' may not be stopped. Modify its 'disableApiStop' instance attribute and try again."),
            await account.Ec2.FailAsync("StopInstances", new { InstanceIds = new[] { id } }));
        Assert.Equal("running", (await account.DescribeAsync(id))["State.Name"]);
    }
}
