namespace Claviger.EndToEnd;

public sealed class GetServiceLastAccessedDetailsTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact]
    [Covers("iam", "GenerateServiceLastAccessedDetails", Aspect.Works)]
    [Covers("iam", "GetServiceLastAccessedDetails", Aspect.Works)]
    [Covers("iam", "GetServiceLastAccessedDetailsWithEntities", Aspect.Works)]
    public async Task Tells_of_the_services_that_policies_reach_and_who_can_use_them()
    {
        await account.NewUserAsync("works", TestAccount.Allow("iam:ListUsers", "s3:Get*"));
        var job = (await account.Root.Iam.CallAsync("GenerateServiceLastAccessedDetails", new { Arn = account.Arn("user/works") }))["JobId"];
        var report = await account.Root.Iam.CallAsync("GetServiceLastAccessedDetails", new { JobId = job });
        Assert.Equal(("COMPLETED", "SERVICE_LEVEL"), (report["JobStatus"], report["JobType"]));
        Assert.Equal(["iam", "s3"], report.Texts("ServicesLastAccessed", "ServiceNamespace"));
        Assert.Equal("0", report.List("ServicesLastAccessed")[1]["TotalAuthenticatedEntities"]);
        var entities = await account.Root.Iam.CallAsync("GetServiceLastAccessedDetailsWithEntities", new { JobId = job, ServiceNamespace = "s3" });
        Assert.Equal([account.Arn("user/works")], entities.Texts("EntityDetailsList", "EntityInfo.Arn"));
    }

    [Fact, Covers("iam", "GenerateServiceLastAccessedDetails", Aspect.Works)]
    public async Task Reports_on_those_who_have_a_policy_and_on_the_members_of_a_group()
    {
        var policy = await account.NewPolicyAsync("shared", TestAccount.Allow("ec2:*"));
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "member" });
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "group" });
        await account.Root.Iam.CallAsync("AddUserToGroup", new { GroupName = "group", UserName = "member" });
        await account.Root.Iam.CallAsync("AttachGroupPolicy", new { GroupName = "group", PolicyArn = policy });
        foreach (var arn in new[] { policy, account.Arn("group/group") })
        {
            var job = (await account.Root.Iam.CallAsync("GenerateServiceLastAccessedDetails", new { Arn = arn, Granularity = "ACTION_LEVEL" }))["JobId"];
            var entities = await account.Root.Iam.CallAsync("GetServiceLastAccessedDetailsWithEntities", new { JobId = job, ServiceNamespace = "ec2" });
            Assert.Equal(["member"], entities.Texts("EntityDetailsList", "EntityInfo.Name"));
        }
    }

    [Fact]
    [Covers("iam", "GenerateServiceLastAccessedDetails", Aspect.Refuses)]
    [Covers("iam", "GetServiceLastAccessedDetails", Aspect.Refuses)]
    [Covers("iam", "GetServiceLastAccessedDetailsWithEntities", Aspect.Refuses)]
    public async Task Refuses_who_and_which_job_is_not_there()
    {
        var job = "00000000-0000-0000-0000-000000000000";
        Assert.Equal("NoSuchEntity", (await account.Root.Iam.FailAsync("GenerateServiceLastAccessedDetails", new { Arn = account.Arn("user/nobody") })).Code);
        Assert.Equal("NoSuchEntity", (await account.Root.Iam.FailAsync("GetServiceLastAccessedDetails", new { JobId = job })).Code);
        Assert.Equal(
            "NoSuchEntity", (await account.Root.Iam.FailAsync("GetServiceLastAccessedDetailsWithEntities", new { JobId = job, ServiceNamespace = "s3" })).Code);
    }

    [Fact]
    [Covers("iam", "GenerateServiceLastAccessedDetails", Aspect.Denies)]
    [Covers("iam", "GetServiceLastAccessedDetails", Aspect.Denies)]
    [Covers("iam", "GetServiceLastAccessedDetailsWithEntities", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        var job = "00000000-0000-0000-0000-000000000000";
        Assert.Equal(
            account.Denied("eve", "iam:GenerateServiceLastAccessedDetails", account.Arn("user/eve")),
            await eve.Iam.FailAsync("GenerateServiceLastAccessedDetails", new { Arn = account.Arn("user/eve") }));
        Assert.Equal(
            account.Denied("eve", "iam:GetServiceLastAccessedDetails", "*"), await eve.Iam.FailAsync("GetServiceLastAccessedDetails", new { JobId = job }));
        Assert.Equal(
            account.Denied("eve", "iam:GetServiceLastAccessedDetailsWithEntities", "*"),
            await eve.Iam.FailAsync("GetServiceLastAccessedDetailsWithEntities", new { JobId = job, ServiceNamespace = "s3" }));
    }
}
