namespace Claviger.EndToEnd;

public sealed class AddRoleToInstanceProfileTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "AddRoleToInstanceProfile", Aspect.Works | Aspect.Refuses)]
    public async Task Adds_a_role_and_no_second_one()
    {
        await account.NewRoleAsync("first");
        await account.NewRoleAsync("second");
        await account.Root.Iam.CallAsync("CreateInstanceProfile", new { InstanceProfileName = "works" });
        await account.Root.Iam.CallAsync("AddRoleToInstanceProfile", new { InstanceProfileName = "works", RoleName = "first" });
        foreach (var role in new[] { "first", "second" })
        {
            Assert.Equal(
                new SdkError("LimitExceeded", 409, "Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1"),
                await account.Root.Iam.FailAsync("AddRoleToInstanceProfile", new { InstanceProfileName = "works", RoleName = role }));
        }

        var got = await account.Root.Iam.CallAsync("GetInstanceProfile", new { InstanceProfileName = "works" });
        Assert.Equal(["first"], got.Texts("InstanceProfile.Roles", "RoleName"));
    }

    [Fact, Covers("iam", "AddRoleToInstanceProfile", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        await account.Root.Iam.CallAsync("CreateInstanceProfile", new { InstanceProfileName = "empty" });
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The role with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("AddRoleToInstanceProfile", new { InstanceProfileName = "empty", RoleName = "nobody" }));
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "Instance Profile none cannot be found."),
            await account.Root.Iam.FailAsync("AddRoleToInstanceProfile", new { InstanceProfileName = "none", RoleName = "nobody" }));
    }

    [Fact, Covers("iam", "AddRoleToInstanceProfile", Aspect.Denies)]
    public async Task Needs_the_permission_to_pass_the_role_to_EC2()
    {
        var arn = await account.NewRoleAsync("passed");
        await account.Root.Iam.CallAsync("CreateInstanceProfile", new { InstanceProfileName = "target" });
        var parameters = new { InstanceProfileName = "target", RoleName = "passed" };
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(
            account.Denied("eve", "iam:AddRoleToInstanceProfile", "instance profile target"),
            await eve.Iam.FailAsync("AddRoleToInstanceProfile", parameters));
        var clerk = await account.NewUserAsync("clerk", TestAccount.Allow("iam:AddRoleToInstanceProfile"));
        Assert.Equal(account.Denied("clerk", "iam:PassRole", arn), await clerk.Iam.FailAsync("AddRoleToInstanceProfile", parameters));
        await PermitAsync("lambda.amazonaws.com");
        Assert.Equal(account.Denied("clerk", "iam:PassRole", arn), await clerk.Iam.FailAsync("AddRoleToInstanceProfile", parameters));
        Assert.Empty((await account.Root.Iam.CallAsync("GetInstanceProfile", new { InstanceProfileName = "target" })).List("InstanceProfile.Roles"));
        await PermitAsync("ec2.amazonaws.com");
        await clerk.Iam.CallAsync("AddRoleToInstanceProfile", parameters);

        Task PermitAsync(string service) => account.Root.Iam.CallAsync("PutUserPolicy", new
        {
            UserName = "clerk",
            PolicyName = "pass",
            PolicyDocument = TestEntities.AllowIf("StringEquals", "iam:PassedToService", service, "iam:PassRole"),
        });
    }
}
