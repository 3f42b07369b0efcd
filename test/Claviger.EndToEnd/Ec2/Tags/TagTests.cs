namespace Claviger.EndToEnd;

public sealed class TagTests(InstanceAccount account) : IClassFixture<InstanceAccount>
{
    [Fact]
    [Covers("ec2", "CreateTags", Aspect.Works)]
    [Covers("ec2", "DescribeTags", Aspect.Works)]
    [Covers("ec2", "DeleteTags", Aspect.Works)]
    public async Task Tags_are_put_on_what_there_is_and_taken_away_by_key_value_or_all()
    {
        var id = await account.RunAsync();
        var instance = await account.DescribeAsync(id);
        var (volume, vpc) = (instance.List("BlockDeviceMappings")[0]["Ebs.VolumeId"]!, instance["VpcId"]!);
        await account.Ec2.CallAsync("CreateTags", new { Resources = new[] { id, volume, vpc }, Tags = new[] { Tag("Team", "red"), Tag("team", "lower"), Tag("Empty", "") } });
        await account.Ec2.CallAsync("CreateTags", new { Resources = new[] { id }, Tags = new[] { Tag("Team", "blue") } });
        Assert.Equal(["", "blue", "lower"], (await account.DescribeAsync(id)).Texts("Tags", "Value").Order());
        Assert.Equal(["Empty", "Team", "team"], await KeysAsync("resource-id", volume));
        Assert.Equal(["Team", "Team", "Team"], await KeysAsync("key", "Team"));
        Assert.Equal(3, (await KeysAsync("resource-type", "vpc")).Count);
        Assert.Equal(["Team"], (await account.Ec2.CallAsync("DescribeTags", Filters("value", "blue"))).Texts("Tags", "Key"));
        Assert.Equal("red", (await account.Ec2.CallAsync("DescribeVpcs")).List("Vpcs")[0].List("Tags").Single(static tag => tag["Key"] == "Team")["Value"]);

        await account.Ec2.CallAsync("DeleteTags", new { Resources = new[] { id, volume }, Tags = new object[] { Tag("Team", "red"), new { Key = "team" } } });
        Assert.Equal(["", "blue"], (await account.DescribeAsync(id)).Texts("Tags", "Value").Order());
        Assert.Equal(["Empty"], await KeysAsync("resource-id", volume));
        await account.Ec2.CallAsync("DeleteTags", new { Resources = new[] { vpc } });
        Assert.Empty(await KeysAsync("resource-id", vpc));
    }

    [Fact]
    [Covers("ec2", "CreateTags", Aspect.Refuses)]
    [Covers("ec2", "DeleteTags", Aspect.Refuses)]
    [Covers("ec2", "DescribeTags", Aspect.Refuses)]
    public async Task Refuses_what_no_tag_can_be_and_what_is_not_there()
    {
        const string Nobody = "i-00000000000000000";
        Assert.Equal(
            new SdkError("InvalidInstanceID.NotFound", 400, $"The instance ID '{Nobody}' does not exist"),
            await account.Ec2.FailAsync("CreateTags", new { Resources = new[] { Nobody }, Tags = new[] { Tag("a", "b") } }));
        foreach (var operation in new[] { "CreateTags", "DeleteTags" })
        {
            Assert.Equal(
                new SdkError("InvalidID", 400, "The ID 'nothing' is not valid"),
                await account.Ec2.FailAsync(operation, new { Resources = new[] { "nothing" }, Tags = new[] { Tag("a", "b") } }));
            Assert.Equal(
                new SdkError("InvalidParameterValue", 400, "Tag keys starting with 'aws:' are reserved for internal use"),
                await account.Ec2.FailAsync(operation, new { Resources = new[] { Nobody }, Tags = new[] { Tag("aws:a", "b") } }));
        }

        var vpc = (await account.Ec2.CallAsync("DescribeVpcs")).List("Vpcs")[0]["VpcId"]!;
        Assert.Equal(
            "InvalidParameterValue", (await account.Ec2.FailAsync("CreateTags", new { Resources = new[] { vpc }, Tags = new[] { Tag("a", new string('x', 257)) } })).Code);
        Assert.Equal(
            "TagLimitExceeded",
            (await account.Ec2.FailAsync("CreateTags", new { Resources = new[] { vpc }, Tags = Enumerable.Range(0, 51).Select(i => Tag($"k{i}", "v")) })).Code);
        Assert.Equal(
            new SdkError("InvalidParameterValue", 400, "The filter 'size' is invalid"), await account.Ec2.FailAsync("DescribeTags", Filters("size", "1")));
        Assert.DoesNotContain("k0", await KeysAsync("resource-id", vpc));
    }

    [Fact]
    [Covers("ec2", "CreateTags", Aspect.Denies)]
    [Covers("ec2", "DeleteTags", Aspect.Denies)]
    public async Task A_policy_sees_the_tags_of_resource_and_request()
    {
        var vpc = (await account.Ec2.CallAsync("DescribeVpcs")).List("Vpcs")[0]["VpcId"]!;
        var subnet = (await account.Ec2.CallAsync("DescribeSubnets")).List("Subnets")[0]["SubnetId"]!;
        await account.Ec2.CallAsync("CreateTags", new { Resources = new[] { subnet }, Tags = new[] { Tag("Owner", "mallory") } });
        var mallory = await account.Account.NewUserAsync("mallory", InstanceAccount.Policy(
            ("ec2:CreateTags", "*", """{"StringEquals":{"ec2:ResourceTag/Owner":"${aws:username}"},"ForAllValues:StringEquals":{"aws:TagKeys":["Free"]}}"""),
            ("ec2:DeleteTags", "*", """{"StringEquals":{"aws:ResourceTag/Owner":"${aws:username}"},"ForAllValues:StringEquals":{"aws:TagKeys":["Free"]}}""")));
        await mallory.Ec2.CallAsync("CreateTags", new { Resources = new[] { subnet }, Tags = new[] { Tag("Free", "1") } });
        account.AssertDenied(
            await mallory.Ec2.FailAsync("CreateTags", new { Resources = new[] { vpc }, Tags = new[] { Tag("Free", "1") } }), "mallory", "ec2:CreateTags", account.Arn($"vpc/{vpc}"));
        foreach (var operation in new[] { "CreateTags", "DeleteTags" })
        {
            account.AssertDenied(
                await mallory.Ec2.FailAsync(operation, new { Resources = new[] { subnet }, Tags = new[] { Tag("Owner", "eve") } }),
                "mallory",
                $"ec2:{operation}",
                account.Arn($"subnet/{subnet}"));
        }

        await mallory.Ec2.CallAsync("DeleteTags", new { Resources = new[] { subnet }, Tags = new[] { new { Key = "Free" } } });
        Assert.Equal(["Owner"], await KeysAsync("resource-id", subnet));
    }

    private static object Tag(string key, string value) => new { Key = key, Value = value };

    private static object Filters(string name, string value) => new { Filters = new[] { new { Name = name, Values = new[] { value } } } };

    private async Task<IReadOnlyList<string?>> KeysAsync(string filter, string value) =>
        (await account.Ec2.CallAsync("DescribeTags", Filters(filter, value))).Texts("Tags", "Key");
}
