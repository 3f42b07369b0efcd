using System.Text.Json.Nodes;

namespace Claviger.EndToEnd;

/// <summary>AWS's policy AmazonEC2ReadOnlyAccess lets its holder see everything and change nothing.</summary>
public sealed class ReadOnlyAccessTests(InstanceAccount account) : IClassFixture<InstanceAccount>
{
    private static readonly string[] Reads =
    [
        "DescribeInstances", "DescribeInstanceStatus", "DescribeImages", "DescribeInstanceTypes", "DescribeTags", "DescribeRegions",
        "DescribeAvailabilityZones", "DescribeVpcs", "DescribeSubnets", "DescribeSecurityGroups", "DescribeKeyPairs", "DescribeVolumes",
        "DescribeNetworkInterfaces", "DescribeAccountAttributes", "DescribeIamInstanceProfileAssociations", "DescribeInstanceTypeOfferings",
    ];

    [Fact]
    [Covers("ec2", "RunInstances", Aspect.Denies)]
    [Covers("ec2", "StartInstances", Aspect.Denies)]
    [Covers("ec2", "StopInstances", Aspect.Denies)]
    [Covers("ec2", "RebootInstances", Aspect.Denies)]
    [Covers("ec2", "TerminateInstances", Aspect.Denies)]
    [Covers("ec2", "CreateTags", Aspect.Denies)]
    [Covers("ec2", "DeleteTags", Aspect.Denies)]
    [Covers("ec2", "ModifyInstanceAttribute", Aspect.Denies)]
    [Covers("ec2", "ModifyInstanceMetadataOptions", Aspect.Denies)]
    [Covers("ec2", "AssociateIamInstanceProfile", Aspect.Denies)]
    [Covers("ec2", "ReplaceIamInstanceProfileAssociation", Aspect.Denies)]
    [Covers("ec2", "DisassociateIamInstanceProfile", Aspect.Denies)]
    [Covers("ec2", "CreateKeyPair", Aspect.Denies)]
    [Covers("ec2", "ImportKeyPair", Aspect.Denies)]
    [Covers("ec2", "DeleteKeyPair", Aspect.Denies)]
    public async Task Its_holder_reads_everything_and_changes_nothing()
    {
        await account.NewProfileAsync("held");
        var id = await account.RunAsync(("IamInstanceProfile", new { Name = "held" }), ("TagSpecifications", new[]
        {
            new { ResourceType = "instance", Tags = new[] { new { Key = "Name", Value = "kept" } } },
        }));
        await account.WaitAsync(id, "running");
        await account.Ec2.CallAsync("ImportKeyPair", new { KeyName = "kept", PublicKeyMaterial = KeyPairTests.Ed25519 });
        var association = (await account.Ec2.CallAsync("DescribeIamInstanceProfileAssociations")).List("IamInstanceProfileAssociations")[0]["AssociationId"];
        var reader = await account.Account.NewUserAsync("reader");
        await account.Account.Root.Iam.CallAsync(
            "AttachUserPolicy", new { UserName = "reader", PolicyArn = "arn:aws:iam::aws:policy/AmazonEC2ReadOnlyAccess" });
        foreach (var operation in Reads)
        {
            Assert.NotNull(await reader.Ec2.CallAsync(operation));
        }

        var before = await SeenAsync();
        var ids = new[] { id };
        var tags = new[] { new { Key = "Name", Value = "changed" } };
        (string Operation, object Parameters, string Resource)[] writes =
        [
            ("RunInstances", account.Launch(), "instance/*"),
            ("StartInstances", new { InstanceIds = ids }, $"instance/{id}"),
            ("StopInstances", new { InstanceIds = ids }, $"instance/{id}"),
            ("RebootInstances", new { InstanceIds = ids }, $"instance/{id}"),
            ("TerminateInstances", new { InstanceIds = ids }, $"instance/{id}"),
            ("CreateTags", new { Resources = ids, Tags = tags }, $"instance/{id}"),
            ("DeleteTags", new { Resources = ids }, $"instance/{id}"),
            ("ModifyInstanceAttribute", new { InstanceId = id, DisableApiTermination = new { Value = true } }, $"instance/{id}"),
            ("ModifyInstanceMetadataOptions", new { InstanceId = id, HttpTokens = "required" }, $"instance/{id}"),
            ("AssociateIamInstanceProfile", new { InstanceId = id, IamInstanceProfile = new { Name = "held" } }, $"instance/{id}"),
            ("ReplaceIamInstanceProfileAssociation", new { AssociationId = association, IamInstanceProfile = new { Name = "held" } }, $"instance/{id}"),
            ("DisassociateIamInstanceProfile", new { AssociationId = association }, $"instance/{id}"),
            ("CreateKeyPair", new { KeyName = "new" }, "key-pair/new"),
            ("ImportKeyPair", new { KeyName = "new", PublicKeyMaterial = KeyPairTests.Ed25519 }, "key-pair/new"),
            ("DeleteKeyPair", new { KeyName = "kept" }, "key-pair/kept"),
        ];
        foreach (var (operation, parameters, resource) in writes)
        {
            account.AssertDenied(await reader.Ec2.FailAsync(operation, parameters), "reader", $"ec2:{operation}", account.Arn(resource));
        }

        Assert.Equal(before, await SeenAsync());
    }

    private async Task<string> SeenAsync()
    {
        var seen = new JsonArray();
        foreach (var operation in new[] { "DescribeInstances", "DescribeTags", "DescribeKeyPairs", "DescribeIamInstanceProfileAssociations" })
        {
            var answer = (JsonObject)(await account.Ec2.CallAsync(operation)).Json!.DeepClone();
            answer.Remove("ResponseMetadata");
            seen.Add(answer);
        }

        return seen.ToJsonString();
    }
}
