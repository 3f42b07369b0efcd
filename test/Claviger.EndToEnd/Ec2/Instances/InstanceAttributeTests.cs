using System.Text;

namespace Claviger.EndToEnd;

/// <summary>One instance seen from all sides: attributes, options, volume, interface, filters, pages.</summary>
public sealed class InstanceAttributeTests(InstanceAccount account) : IClassFixture<InstanceAccount>
{
    [Fact]
    [Covers("ec2", "DescribeInstanceAttribute", Aspect.Works)]
    [Covers("ec2", "ModifyInstanceAttribute", Aspect.Works | Aspect.Refuses)]
    public async Task Attributes_are_changed_one_at_a_time_and_some_only_while_it_is_stopped()
    {
        var id = await account.RunAsync(("UserData", "#!/bin/sh\ntrue\n"), ("InstanceInitiatedShutdownBehavior", "terminate"));
        Assert.Equal("t3.nano", await AttributeAsync("instanceType", "InstanceType"));
        Assert.Equal("#!/bin/sh\ntrue\n", Encoding.UTF8.GetString(Convert.FromBase64String((await AttributeAsync("userData", "UserData"))!)));
        Assert.Equal("terminate", await AttributeAsync("instanceInitiatedShutdownBehavior", "InstanceInitiatedShutdownBehavior"));
        Assert.Equal("false", await AttributeAsync("disableApiTermination", "DisableApiTermination"));
        Assert.Equal("/dev/xvda", await AttributeAsync("rootDeviceName", "RootDeviceName"));
        Assert.Equal("true", await AttributeAsync("sourceDestCheck", "SourceDestCheck"));
        await ModifyAsync(new { InstanceId = id, DisableApiTermination = new { Value = true } });
        await ModifyAsync(new { InstanceId = id, InstanceInitiatedShutdownBehavior = new { Value = "stop" } });
        await ModifyAsync(new { InstanceId = id, Attribute = "disableApiStop", Value = "true" });
        Assert.Equal("true", await AttributeAsync("disableApiTermination", "DisableApiTermination"));
        Assert.Equal("stop", await AttributeAsync("instanceInitiatedShutdownBehavior", "InstanceInitiatedShutdownBehavior"));
        Assert.Equal("true", await AttributeAsync("disableApiStop", "DisableApiStop"));
        await ModifyAsync(new { InstanceId = id, DisableApiStop = new { Value = false } });

        Assert.Equal("InvalidParameterCombination", (await account.Ec2.FailAsync("ModifyInstanceAttribute", new { InstanceId = id })).Code);
        Assert.Equal(
            "InvalidParameterCombination",
            (await account.Ec2.FailAsync(
                "ModifyInstanceAttribute", new { InstanceId = id, DisableApiStop = new { Value = true }, InstanceType = new { Value = "t3.micro" } })).Code);
        await account.WaitAsync(id, "running");
        Assert.Equal(
            new SdkError("IncorrectInstanceState", 400, $"The instance '{id}' is not in the 'stopped' state."),
            await account.Ec2.FailAsync("ModifyInstanceAttribute", new { InstanceId = id, InstanceType = new { Value = "t3.micro" } }));
        await account.Ec2.CallAsync("StopInstances", new { InstanceIds = new[] { id }, Force = true });
        await account.WaitAsync(id, "stopped");
        await ModifyAsync(new { InstanceId = id, InstanceType = new { Value = "t3.micro" } });
        await ModifyAsync(new { InstanceId = id, UserData = new { Value = "echo other" } });
        Assert.Equal("t3.micro", (await account.DescribeAsync(id))["InstanceType"]);
        Assert.Equal("echo other", Encoding.UTF8.GetString(Convert.FromBase64String((await AttributeAsync("userData", "UserData"))!)));
        Assert.Equal(
            "InvalidParameterValue",
            (await account.Ec2.FailAsync("ModifyInstanceAttribute", new { InstanceId = id, InstanceType = new { Value = "x1.none" } })).Code);

        async Task<string?> AttributeAsync(string name, string member) =>
            (await account.Ec2.CallAsync("DescribeInstanceAttribute", new { InstanceId = id, Attribute = name }))[$"{member}.Value"];

        Task<SdkAnswer> ModifyAsync(object parameters) => account.Ec2.CallAsync("ModifyInstanceAttribute", parameters);
    }

    [Fact, Covers("ec2", "ModifyInstanceMetadataOptions", Aspect.Works | Aspect.Refuses)]
    public async Task Metadata_options_are_changed_without_a_stop()
    {
        var id = await account.RunAsync();
        await account.WaitAsync(id, "running");
        var changed = await account.Ec2.CallAsync(
            "ModifyInstanceMetadataOptions", new { InstanceId = id, HttpTokens = "required", HttpPutResponseHopLimit = 3, InstanceMetadataTags = "enabled" });
        Assert.Equal(
            ("required", "3", "enabled", "enabled", "pending"),
            (changed["InstanceMetadataOptions.HttpTokens"], changed["InstanceMetadataOptions.HttpPutResponseHopLimit"],
                changed["InstanceMetadataOptions.HttpEndpoint"], changed["InstanceMetadataOptions.InstanceMetadataTags"], changed["InstanceMetadataOptions.State"]));
        await account.UntilAsync(id, static instance => instance["MetadataOptions.State"] == "applied");
        Assert.Equal("required", (await account.DescribeAsync(id))["MetadataOptions.HttpTokens"]);
        Assert.Equal(
            "InvalidParameterCombination",
            (await account.Ec2.FailAsync("ModifyInstanceMetadataOptions", new { InstanceId = id, HttpEndpoint = "disabled", HttpTokens = "optional" })).Code);
        Assert.Equal(
            new SdkError("InvalidParameterValue", 400, "Value (0) for parameter HttpPutResponseHopLimit is invalid. The value must be between 1 and 64."),
            await account.Ec2.FailAsync("ModifyInstanceMetadataOptions", new { InstanceId = id, HttpPutResponseHopLimit = 0 }));
    }

    [Fact]
    [Covers("ec2", "DescribeVolumes", Aspect.Works | Aspect.Refuses)]
    [Covers("ec2", "DescribeNetworkInterfaces", Aspect.Works | Aspect.Refuses)]
    [Covers("ec2", "DescribeInstanceCreditSpecifications", Aspect.Works)]
    public async Task Its_volume_interface_and_credits_are_shown()
    {
        var id = await account.RunAsync(
            ("BlockDeviceMappings", new[] { new { DeviceName = "/dev/xvda", Ebs = new { VolumeSize = 9, VolumeType = "gp2" } } }),
            ("CreditSpecification", new { CpuCredits = "standard" }));
        var instance = await account.DescribeAsync(id);
        var volume = (await account.Ec2.CallAsync("DescribeVolumes", Filter("attachment.instance-id", id))).List("Volumes")[0];
        Assert.Equal(instance.List("BlockDeviceMappings")[0]["Ebs.VolumeId"], volume["VolumeId"]);
        Assert.Equal(("9", "gp2", "in-use"), (volume["Size"], volume["VolumeType"], volume["State"]));
        var found = (await account.Ec2.CallAsync("DescribeNetworkInterfaces", Filter("attachment.instance-id", id))).List("NetworkInterfaces")[0];
        Assert.Equal(instance.List("NetworkInterfaces")[0]["NetworkInterfaceId"], found["NetworkInterfaceId"]);
        Assert.Equal(instance["PrivateIpAddress"], found["PrivateIpAddress"]);
        var credits = await account.Ec2.CallAsync("DescribeInstanceCreditSpecifications", new { InstanceIds = new[] { id } });
        Assert.Equal("standard", credits.List("InstanceCreditSpecifications")[0]["CpuCredits"]);
        Assert.Equal(
            new SdkError("InvalidVolume.NotFound", 400, "The volume 'vol-00000000000000000' does not exist."),
            await account.Ec2.FailAsync("DescribeVolumes", new { VolumeIds = new[] { "vol-00000000000000000" } }));
        Assert.Equal(
            new SdkError("InvalidNetworkInterfaceID.NotFound", 400, "The networkInterface ID 'eni-00000000000000000' does not exist"),
            await account.Ec2.FailAsync("DescribeNetworkInterfaces", new { NetworkInterfaceIds = new[] { "eni-00000000000000000" } }));
    }

    [Fact, Covers("ec2", "DescribeInstances", Aspect.Works | Aspect.Refuses)]
    public async Task Instances_are_filtered_and_paged()
    {
        var run = await account.Ec2.CallAsync("RunInstances", account.Launch(
            ("MinCount", 6), ("MaxCount", 6), ("TagSpecifications", new[]
            {
                new { ResourceType = "instance", Tags = new[] { new { Key = "Set", Value = "paged*1" }, new { Key = "name", Value = "lower" } } },
            })));
        var ids = run.Texts("Instances", "InstanceId");
        var one = run.List("Instances")[2];
        var set = new { Name = "tag:Set", Values = new[] { "paged\\*?" } };
        Assert.Equal(6, await CountAsync(set));
        Assert.Equal(6, await CountAsync(set, new { Name = "instance-state-name", Values = new[] { "pending", "running" } }));
        Assert.Equal(0, await CountAsync(set, new { Name = "instance-state-name", Values = new[] { "stopped" } }));
        Assert.Equal(1, await CountAsync(set, new { Name = "instance-id", Values = new[] { one["InstanceId"]! } }));
        Assert.Equal(1, await CountAsync(set, new { Name = "private-ip-address", Values = new[] { one["PrivateIpAddress"]! } }));
        Assert.Equal(6, await CountAsync(set, new { Name = "instance-type", Values = new[] { "t?.n*" } }));
        Assert.Equal(6, await CountAsync(set, new { Name = "image-id", Values = new[] { account.ImageId } }));
        Assert.Equal(6, await CountAsync(new { Name = "tag-key", Values = new[] { "Set" } }));
        Assert.Equal(0, await CountAsync(new { Name = "tag-key", Values = new[] { "set" } }));
        Assert.Equal(0, await CountAsync(set, new { Name = "iam-instance-profile.arn", Values = new[] { "*" } }));
        Assert.Equal(
            new SdkError("InvalidParameterValue", 400, "The filter 'colour' is invalid"),
            await account.Ec2.FailAsync("DescribeInstances", Filter("colour", "red")));

        var first = await account.Ec2.CallAsync("DescribeInstances", new { MaxResults = 5, Filters = new[] { set } });
        Assert.Equal(5, first.List("Reservations")[0].List("Instances").Count);
        var rest = await account.Ec2.CallAsync("DescribeInstances", new { MaxResults = 5, Filters = new[] { set }, NextToken = first["NextToken"] });
        var seen = first.List("Reservations").Concat(rest.List("Reservations")).SelectMany(static reservation => reservation.Texts("Instances", "InstanceId"));
        Assert.Equal(ids, seen);
        Assert.Null(rest["NextToken"]);
        Assert.Equal("InvalidNextToken", (await account.Ec2.FailAsync("DescribeInstances", new { NextToken = "forged" })).Code);
        Assert.Equal("InvalidParameterValue", (await account.Ec2.FailAsync("DescribeInstances", new { MaxResults = 2 })).Code);
        Assert.Equal(
            new SdkError("InvalidParameterCombination", 400, "The parameter instancesSet cannot be used with the parameter maxResults"),
            await account.Ec2.FailAsync("DescribeInstances", new { InstanceIds = new[] { ids[0] }, MaxResults = 5 }));

        async Task<int> CountAsync(params object[] filters) =>
            (await account.Ec2.CallAsync("DescribeInstances", new { Filters = filters })).List("Reservations").Sum(static it => it.List("Instances").Count);
    }

    private static object Filter(string name, string value) => new { Filters = new[] { new { Name = name, Values = new[] { value } } } };
}
