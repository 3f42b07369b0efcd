namespace Claviger.EndToEnd;

public sealed class CreateServiceLinkedRoleTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "CreateServiceLinkedRole", Aspect.Works)]
    public async Task Makes_the_role_that_trusts_the_service_with_AWSs_policy()
    {
        var made = await account.Root.Iam.CallAsync("CreateServiceLinkedRole", new { AWSServiceName = "elasticloadbalancing.amazonaws.com", Description = "lb" });
        Assert.Equal(
            account.Arn("role/aws-service-role/elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing"), made["Role.Arn"]);
        Assert.Equal("elasticloadbalancing.amazonaws.com", made["Role.AssumeRolePolicyDocument.Statement"] is { } text
            ? (string?)System.Text.Json.Nodes.JsonNode.Parse(text)![0]!["Principal"]!["Service"]
            : null);
        var attached = await account.Root.Iam.CallAsync("ListAttachedRolePolicies", new { RoleName = "AWSServiceRoleForElasticLoadBalancing" });
        Assert.Equal(["arn:aws:iam::aws:policy/aws-service-role/AWSElasticLoadBalancingServiceRolePolicy"], attached.Texts("AttachedPolicies", "PolicyArn"));
    }

    [Fact, Covers("iam", "CreateServiceLinkedRole", Aspect.Works)]
    public async Task Makes_several_roles_of_a_service_that_takes_suffixes()
    {
        foreach (var suffix in new[] { "a", "b" })
        {
            var made = await account.Root.Iam.CallAsync("CreateServiceLinkedRole", new { AWSServiceName = "autoscaling.amazonaws.com", CustomSuffix = suffix });
            Assert.Equal($"AWSServiceRoleForAutoScaling_{suffix}", made["Role.RoleName"]);
        }
    }

    [Fact, Covers("iam", "CreateServiceLinkedRole", Aspect.Works)]
    public async Task Leaves_the_role_to_its_service_alone()
    {
        var made = await account.Root.Iam.CallAsync("CreateServiceLinkedRole", new { AWSServiceName = "ecs.amazonaws.com" });
        var name = made["Role.RoleName"]!;
        var refused = new SdkError(
            "UnmodifiableEntity", 400, $"Cannot perform the operation on the protected role '{name}' - this role is only modifiable by AWS");
        var policy = new { RoleName = name, PolicyArn = "arn:aws:iam::aws:policy/aws-service-role/AmazonECSServiceRolePolicy" };
        Assert.Equal(refused, await account.Root.Iam.FailAsync("DeleteRole", new { RoleName = name }));
        Assert.Equal(refused, await account.Root.Iam.FailAsync("DetachRolePolicy", policy));
        Assert.Equal(refused, await account.Root.Iam.FailAsync("AttachRolePolicy", policy));
        Assert.Equal(refused, await account.Root.Iam.FailAsync("PutRolePolicy", new { RoleName = name, PolicyName = "p", PolicyDocument = TestAccount.Allow("*") }));
        Assert.Equal(
            refused, await account.Root.Iam.FailAsync("UpdateAssumeRolePolicy", new { RoleName = name, PolicyDocument = TestEntities.Trust(account.Arn("root")) }));
        await account.Root.Iam.CallAsync("UpdateRoleDescription", new { RoleName = name, Description = "mine" });
        await account.NewRoleAsync("ordinary");
        Assert.Equal(
            new SdkError("PolicyNotAttachable", 400, "Cannot attach a Service Role Policy to a Customer Role."),
            await account.Root.Iam.FailAsync("AttachRolePolicy", new { RoleName = "ordinary", policy.PolicyArn }));
    }

    [Fact, Covers("iam", "CreateServiceLinkedRole", Aspect.Refuses)]
    public async Task Refuses_a_second_role_what_is_no_service_and_a_suffix_that_is_not_taken()
    {
        await account.Root.Iam.CallAsync("CreateServiceLinkedRole", new { AWSServiceName = "rds.amazonaws.com" });
        Assert.Equal(
            new SdkError("InvalidInput", 400, "Service role name AWSServiceRoleForRDS has been taken in this account, please try a different suffix."),
            await account.Root.Iam.FailAsync("CreateServiceLinkedRole", new { AWSServiceName = "rds.amazonaws.com" }));
        Assert.Equal("InvalidInput", (await account.Root.Iam.FailAsync("CreateServiceLinkedRole", new { AWSServiceName = "nonsense.example.com" })).Code);
        Assert.Equal("InvalidInput", (await account.Root.Iam.FailAsync("CreateServiceLinkedRole", new { AWSServiceName = "zzz.amazonaws.com" })).Code);
        Assert.Equal(
            new SdkError("InvalidInput", 400, "Custom suffix is not allowed for es.amazonaws.com"),
            await account.Root.Iam.FailAsync("CreateServiceLinkedRole", new { AWSServiceName = "es.amazonaws.com", CustomSuffix = "x" }));
        Assert.Equal("ValidationError", (await account.Root.Iam.FailAsync(
            "CreateRole",
            new { RoleName = "fake", Path = "/aws-service-role/es.amazonaws.com/", AssumeRolePolicyDocument = TestEntities.Trust(account.Arn("root")) })).Code);
    }

    [Fact, Covers("iam", "CreateServiceLinkedRole", Aspect.Denies)]
    public async Task Is_denied_for_another_service_than_a_condition_names()
    {
        var clerk = await account.NewUserAsync(
            "clerk", TestEntities.AllowIf("StringEquals", "iam:AWSServiceName", "spot.amazonaws.com", "iam:CreateServiceLinkedRole"));
        await clerk.Iam.CallAsync("CreateServiceLinkedRole", new { AWSServiceName = "spot.amazonaws.com" });
        Assert.Equal(
            account.Denied("clerk", "iam:CreateServiceLinkedRole", account.Arn("role/aws-service-role/batch.amazonaws.com/AWSServiceRoleForBatch")),
            await clerk.Iam.FailAsync("CreateServiceLinkedRole", new { AWSServiceName = "batch.amazonaws.com" }));
        Assert.Equal("NoSuchEntity", (await account.Root.Iam.FailAsync("GetRole", new { RoleName = "AWSServiceRoleForBatch" })).Code);
    }
}
