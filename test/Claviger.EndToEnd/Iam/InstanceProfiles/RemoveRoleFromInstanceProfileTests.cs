namespace Claviger.EndToEnd;

public sealed class RemoveRoleFromInstanceProfileTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "RemoveRoleFromInstanceProfile", Aspect.Works)]
    public async Task Takes_the_role_out_so_that_another_may_come_in()
    {
        await FillAsync("works", "first");
        await account.NewRoleAsync("second");
        await account.Root.Iam.CallAsync("RemoveRoleFromInstanceProfile", new { InstanceProfileName = "works", RoleName = "first" });
        Assert.Empty((await account.Root.Iam.CallAsync("GetInstanceProfile", new { InstanceProfileName = "works" })).List("InstanceProfile.Roles"));
        await account.Root.Iam.CallAsync("AddRoleToInstanceProfile", new { InstanceProfileName = "works", RoleName = "second" });
    }

    [Fact, Covers("iam", "RemoveRoleFromInstanceProfile", Aspect.Refuses)]
    public async Task Refuses_a_role_that_is_not_in_it()
    {
        await FillAsync("holder", "inside");
        await account.NewRoleAsync("outside");
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "Role outside in Instance Profile holder cannot be found."),
            await account.Root.Iam.FailAsync("RemoveRoleFromInstanceProfile", new { InstanceProfileName = "holder", RoleName = "outside" }));
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "Instance Profile none cannot be found."),
            await account.Root.Iam.FailAsync("RemoveRoleFromInstanceProfile", new { InstanceProfileName = "none", RoleName = "outside" }));
    }

    [Fact, Covers("iam", "RemoveRoleFromInstanceProfile", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        await FillAsync("target", "role");
        var mallory = await account.NewUserAsync("mallory");
        Assert.Equal(
            account.Denied("mallory", "iam:RemoveRoleFromInstanceProfile", "instance profile target"),
            await mallory.Iam.FailAsync("RemoveRoleFromInstanceProfile", new { InstanceProfileName = "target", RoleName = "role" }));
        Assert.Single((await account.Root.Iam.CallAsync("GetInstanceProfile", new { InstanceProfileName = "target" })).List("InstanceProfile.Roles"));
    }

    private async Task FillAsync(string profile, string role)
    {
        await account.NewRoleAsync(role);
        await account.Root.Iam.CallAsync("CreateInstanceProfile", new { InstanceProfileName = profile });
        await account.Root.Iam.CallAsync("AddRoleToInstanceProfile", new { InstanceProfileName = profile, RoleName = role });
    }
}
