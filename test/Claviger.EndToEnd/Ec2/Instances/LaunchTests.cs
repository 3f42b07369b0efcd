namespace Claviger.EndToEnd;

/// <summary>What a launch refuses, asks permission for, and does once for a client token.</summary>
public sealed class LaunchTests(InstanceAccount account) : IClassFixture<InstanceAccount>
{
    [Fact, Covers("ec2", "RunInstances", Aspect.Refuses)]
    public async Task Refuses_what_no_launch_can_have()
    {
        await RefusesAsync("InvalidAMIID.Malformed", "Invalid id: \"image\" (expecting \"ami-...\")", ("ImageId", "image"));
        await RefusesAsync("InvalidAMIID.NotFound", "The image id '[ami-00000000000000000]' does not exist", ("ImageId", "ami-00000000000000000"));
        await RefusesAsync("InvalidParameterValue", "Invalid value 'x9.huge' for InstanceType.", ("InstanceType", "x9.huge"));
        await RefusesAsync("InvalidParameterCombination", "The value for MinCount must be less than or equal to MaxCount", ("MinCount", 2));
        await RefusesAsync("InvalidSubnetID.NotFound", "The subnet ID 'subnet-1234' does not exist", ("SubnetId", "subnet-1234"));
        await RefusesAsync("InvalidGroup.NotFound", "The security group 'sg-1234' does not exist", ("SecurityGroupIds", new[] { "sg-1234" }));
        await RefusesAsync("InvalidKeyPair.NotFound", "The key pair 'none' does not exist", ("KeyName", "none"));
        await RefusesAsync(
            "InvalidParameterValue",
            "Value (none) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name",
            ("IamInstanceProfile", new { Name = "none" }));
        await RefusesAsync(
            "InvalidParameterValue",
            "Value (65) for parameter HttpPutResponseHopLimit is invalid. The value must be between 1 and 64.",
            ("MetadataOptions", new { HttpPutResponseHopLimit = 65 }));
        await RefusesAsync("InvalidParameterValue", "Value (perhaps) for parameter metadataOptions.httpTokens is invalid.", ("MetadataOptions", new { HttpTokens = "perhaps" }));
        await RefusesAsync("UnsupportedOperation", "The instances of this server have no enclaves.", ("EnclaveOptions", new { Enabled = true }));
        await RefusesAsync("InstanceLimitExceeded", null, ("MinCount", 101), ("MaxCount", 101));
        Assert.Equal(
            new SdkError("MissingParameter", 400, "The request must contain the parameter ImageId"),
            await account.Ec2.FailAsync("RunInstances", new { MinCount = 1, MaxCount = 1 }));
        var arm = await account.Ec2.FailAsync("RunInstances", account.Launch(("InstanceType", Other)));
        Assert.Equal("InvalidParameterValue", arm.Code);
        Assert.Contains("does not match the architecture", arm.Message, StringComparison.Ordinal);
        Assert.Empty((await account.Ec2.CallAsync("DescribeInstances", new { Filters = new[] { new { Name = "tag-key", Values = new[] { "refused" } } } })).List("Reservations"));
    }

    [Fact, Covers("ec2", "RunInstances", Aspect.Refuses | Aspect.Works)]
    public async Task A_client_token_launches_once()
    {
        var first = await account.RunAsync(("ClientToken", "token-1"));
        Assert.Equal(first, await account.RunAsync(("ClientToken", "token-1")));
        Assert.Equal(
            new SdkError("IdempotentParameterMismatch", 400, "The request uses the same client token as a previous, but non-identical request."),
            await account.Ec2.FailAsync("RunInstances", account.Launch(("ClientToken", "token-1"), ("Monitoring", new { Enabled = true }))));
        var found = await account.Ec2.CallAsync(
            "DescribeInstances", new { Filters = new[] { new { Name = "client-token", Values = new[] { "token-?" } } } });
        Assert.Equal([first], found.List("Reservations")[0].Texts("Instances", "InstanceId"));
    }

    [Fact, Covers("ec2", "RunInstances", Aspect.Works | Aspect.Denies)]
    public async Task A_dry_run_says_whether_it_would_succeed_and_does_nothing()
    {
        Assert.Equal(
            new SdkError("DryRunOperation", 412, "Request would have succeeded, but DryRun flag is set."),
            await account.Ec2.FailAsync("RunInstances", account.Launch(("DryRun", true), ("TagSpecifications", Tag("dry", "run")))));
        Assert.Empty((await account.Ec2.CallAsync("DescribeTags", new { Filters = new[] { new { Name = "key", Values = new[] { "dry" } } } })).List("Tags"));
        var eve = await account.Account.NewUserAsync("dry-eve");
        account.AssertDenied(
            await eve.Ec2.FailAsync("RunInstances", account.Launch(("DryRun", true))), "dry-eve", "ec2:RunInstances", account.Arn("instance/*"));
    }

    [Fact, Covers("ec2", "RunInstances", Aspect.Denies)]
    public async Task Needs_permission_on_every_resource_that_it_makes_or_uses()
    {
        var network = await account.Ec2.CallAsync("DescribeSubnets", new { Filters = new[] { new { Name = "availability-zone", Values = new[] { "us-east-1a" } } } });
        var subnet = network.List("Subnets")[0]["SubnetId"];
        var group = (await account.Ec2.CallAsync("DescribeSecurityGroups")).List("SecurityGroups")[0]["GroupId"];
        string[] resources =
        [
            account.Arn("instance/*"), $"arn:aws:ec2:us-east-1::image/{account.ImageId}", account.Arn($"subnet/{subnet}"),
            account.Arn("network-interface/*"), account.Arn($"security-group/{group}"), account.Arn("volume/*"),
        ];
        await account.Ec2.CallAsync("ImportKeyPair", new { KeyName = "main", PublicKeyMaterial = KeyPairTests.Ed25519 });
        var clerk = await account.Account.NewUserAsync("clerk");
        for (var i = 0; i < resources.Length; i++)
        {
            account.AssertDenied(await clerk.Ec2.FailAsync("RunInstances", account.Launch(("DryRun", true))), "clerk", "ec2:RunInstances", resources[i]);
            await PermitAsync("clerk", [.. resources[..(i + 1)].Select(static resource => ("ec2:RunInstances", resource, (string?)null))]);
        }

        Assert.Equal("DryRunOperation", (await clerk.Ec2.FailAsync("RunInstances", account.Launch(("DryRun", true)))).Code);
        account.AssertDenied(
            await clerk.Ec2.FailAsync("RunInstances", account.Launch(("DryRun", true), ("KeyName", "main"))), "clerk", "ec2:RunInstances", account.Arn("key-pair/main"));
        account.AssertDenied(
            await clerk.Ec2.FailAsync("RunInstances", account.Launch(("DryRun", true), ("TagSpecifications", Tag("Team", "a")))),
            "clerk",
            "ec2:CreateTags",
            account.Arn("instance/*"));
    }

    [Fact, Covers("ec2", "RunInstances", Aspect.Denies)]
    public async Task Tags_at_launch_need_CreateTags_for_that_action()
    {
        var tagger = await account.Account.NewUserAsync("tagger", InstanceAccount.Policy(
            ("ec2:RunInstances", "*", """{"StringEqualsIfExists":{"aws:RequestTag/Team":"red"}}"""),
            ("ec2:CreateTags", "*", """{"StringEquals":{"ec2:CreateAction":"RunInstances"},"ForAllValues:StringEquals":{"aws:TagKeys":["Team"]}}""")));
        Assert.Equal("DryRunOperation", (await tagger.Ec2.FailAsync("RunInstances", Dry(Tag("Team", "red")))).Code);
        Assert.Equal("UnauthorizedOperation", (await tagger.Ec2.FailAsync("RunInstances", Dry(Tag("Team", "blue")))).Code);
        account.AssertDenied(await tagger.Ec2.FailAsync("RunInstances", Dry(Tag("Other", "red"))), "tagger", "ec2:CreateTags", account.Arn("instance/*"));

        Dictionary<string, object?> Dry(object tags) => account.Launch(("DryRun", true), ("TagSpecifications", tags));
    }

    [Fact, Covers("ec2", "RunInstances", Aspect.Denies)]
    public async Task A_profile_needs_the_permission_to_pass_its_role_to_EC2()
    {
        var profile = await account.NewProfileAsync("passed");
        var role = account.Account.Arn("role/passed");
        var passer = await account.Account.NewUserAsync("passer", InstanceAccount.Policy(("ec2:*", "*", null)));
        var launch = account.Launch(("DryRun", true), ("IamInstanceProfile", new { Arn = profile }));
        account.AssertDenied(await passer.Ec2.FailAsync("RunInstances", launch), "passer", "iam:PassRole", role);
        await PermitAsync("passer", [("ec2:*", "*", null), ("iam:PassRole", role, """{"StringEquals":{"iam:PassedToService":"lambda.amazonaws.com"}}""")]);
        account.AssertDenied(await passer.Ec2.FailAsync("RunInstances", launch), "passer", "iam:PassRole", role);
        await PermitAsync("passer", [("ec2:*", "*", null), ("iam:PassRole", role, """{"StringEquals":{"iam:PassedToService":"ec2.amazonaws.com"}}""")]);
        Assert.Equal("DryRunOperation", (await passer.Ec2.FailAsync("RunInstances", launch)).Code);
    }

    [Theory, Covers("ec2", "RunInstances", Aspect.Denies)]
    [InlineData("type", """{"StringEquals":{"ec2:InstanceType":"t3.nano"}}""", true)]
    [InlineData("other-type", """{"StringEquals":{"ec2:InstanceType":"t3.micro"}}""", false)]
    [InlineData("tokens", """{"StringEquals":{"ec2:MetadataHttpTokens":"required"}}""", true)]
    [InlineData("no-tokens", """{"StringEquals":{"ec2:MetadataHttpTokens":"optional"}}""", false)]
    [InlineData("hops", """{"NumericLessThanEquals":{"ec2:MetadataHttpPutResponseHopLimit":"2"}}""", true)]
    [InlineData("too-many-hops", """{"NumericGreaterThan":{"ec2:MetadataHttpPutResponseHopLimit":"2"}}""", false)]
    [InlineData("region", """{"StringEquals":{"ec2:Region":"us-east-1"}}""", true)]
    [InlineData("profile", """{"ArnLike":{"ec2:InstanceProfile":"arn:aws:iam::*:instance-profile/keyed"}}""", true)]
    [InlineData("other-profile", """{"ArnLike":{"ec2:InstanceProfile":"arn:aws:iam::*:instance-profile/x*"}}""", false)]
    public async Task Conditions_see_what_is_asked_for(string user, string condition, bool isAllowed)
    {
        var (known, _) = await account.Account.Root.Iam.TryAsync("GetInstanceProfile", new { InstanceProfileName = "keyed" });
        if (known is null)
        {
            await account.NewProfileAsync("keyed");
        }

        var caller = await account.Account.NewUserAsync($"keys-{user}", InstanceAccount.Policy(
            ("ec2:RunInstances", "arn:aws:ec2:*:*:instance/*", condition),
            ("ec2:RunInstances", "arn:aws:ec2:*:*:volume/*", null),
            ("ec2:RunInstances", "arn:aws:ec2:*:*:network-interface/*", null),
            ("ec2:RunInstances", "arn:aws:ec2:*:*:subnet/*", null),
            ("ec2:RunInstances", "arn:aws:ec2:*:*:security-group/*", null),
            ("ec2:RunInstances", "arn:aws:ec2:*::image/*", null),
            ("iam:PassRole", "*", null)));
        var error = await caller.Ec2.FailAsync("RunInstances", account.Launch(
            ("DryRun", true),
            ("IamInstanceProfile", new { Name = "keyed" }),
            ("MetadataOptions", new { HttpTokens = "required", HttpPutResponseHopLimit = 2 })));
        Assert.Equal(isAllowed ? "DryRunOperation" : "UnauthorizedOperation", error.Code);
    }

    private static string Other => Ec2.ImageFolder.Architecture == "arm64" ? "t3.micro" : "t4g.micro";

    private static Dictionary<string, object>[] Tag(string key, string value) =>
        [new() { ["ResourceType"] = "instance", ["Tags"] = new[] { new { Key = key, Value = value } } }];

    private Task<SdkAnswer> PermitAsync(string user, IEnumerable<(string Action, string Resource, string? Condition)> statements) =>
        account.Account.Root.Iam.CallAsync("PutUserPolicy", new { UserName = user, PolicyName = "inline", PolicyDocument = InstanceAccount.Policy(statements) });

    private async Task RefusesAsync(string code, string? message, params (string Name, object? Value)[] parameters)
    {
        var error = await account.Ec2.FailAsync("RunInstances", account.Launch([.. parameters, ("TagSpecifications", Tag("refused", "yes"))]));
        Assert.Equal((code, 400), (error.Code, error.Status));
        if (message is not null)
        {
            Assert.Equal(message, error.Message);
        }
    }
}
