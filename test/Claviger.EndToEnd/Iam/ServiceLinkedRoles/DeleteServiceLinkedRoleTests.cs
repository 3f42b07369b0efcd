namespace Claviger.EndToEnd;

public sealed class DeleteServiceLinkedRoleTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "DeleteServiceLinkedRole", Aspect.Works), Covers("iam", "GetServiceLinkedRoleDeletionStatus", Aspect.Works)]
    public async Task Deletes_the_role_and_tells_so_by_its_task()
    {
        await account.Root.Iam.CallAsync("CreateServiceLinkedRole", new { AWSServiceName = "es.amazonaws.com" });
        var task = await account.Root.Iam.CallAsync("DeleteServiceLinkedRole", new { RoleName = "AWSServiceRoleForAmazonElasticsearchService" });
        Assert.StartsWith(
            "task/aws-service-role/es.amazonaws.com/AWSServiceRoleForAmazonElasticsearchService/", task["DeletionTaskId"], StringComparison.Ordinal);
        Assert.Equal(
            "SUCCEEDED", (await account.Root.Iam.CallAsync("GetServiceLinkedRoleDeletionStatus", new { DeletionTaskId = task["DeletionTaskId"] }))["Status"]);
        Assert.Equal(
            "NoSuchEntity", (await account.Root.Iam.FailAsync("GetRole", new { RoleName = "AWSServiceRoleForAmazonElasticsearchService" })).Code);
        await account.Root.Iam.CallAsync("CreateServiceLinkedRole", new { AWSServiceName = "es.amazonaws.com" });
    }

    [Fact, Covers("iam", "DeleteServiceLinkedRole", Aspect.Refuses), Covers("iam", "GetServiceLinkedRoleDeletionStatus", Aspect.Refuses)]
    public async Task Refuses_ordinary_roles_and_what_is_not_there()
    {
        await account.NewRoleAsync("ordinary");
        Assert.Equal(
            new SdkError("InvalidInput", 400, "The role ordinary is not a service-linked role."),
            await account.Root.Iam.FailAsync("DeleteServiceLinkedRole", new { RoleName = "ordinary" }));
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The role with name none cannot be found."),
            await account.Root.Iam.FailAsync("DeleteServiceLinkedRole", new { RoleName = "none" }));
        Assert.Equal("NoSuchEntity", (await account.Root.Iam.FailAsync("GetServiceLinkedRoleDeletionStatus", new { DeletionTaskId = "task/x" })).Code);
    }

    [Fact, Covers("iam", "DeleteServiceLinkedRole", Aspect.Denies), Covers("iam", "GetServiceLinkedRoleDeletionStatus", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        await account.Root.Iam.CallAsync("CreateServiceLinkedRole", new { AWSServiceName = "ssm.amazonaws.com" });
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(
            account.Denied("eve", "iam:DeleteServiceLinkedRole", "role AWSServiceRoleForAmazonSSM"),
            await eve.Iam.FailAsync("DeleteServiceLinkedRole", new { RoleName = "AWSServiceRoleForAmazonSSM" }));
        Assert.Equal(
            account.Denied("eve", "iam:GetServiceLinkedRoleDeletionStatus", account.Arn("role/aws-service-role/ssm.amazonaws.com/AWSServiceRoleForAmazonSSM")),
            await eve.Iam.FailAsync(
                "GetServiceLinkedRoleDeletionStatus", new { DeletionTaskId = "task/aws-service-role/ssm.amazonaws.com/AWSServiceRoleForAmazonSSM/1" }));
        await account.Root.Iam.CallAsync("GetRole", new { RoleName = "AWSServiceRoleForAmazonSSM" });
    }
}
