namespace Claviger.EndToEnd;

public sealed class DeleteInstanceProfileTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "DeleteInstanceProfile", Aspect.Works | Aspect.Refuses)]
    public async Task Deletes_a_profile_once_its_role_is_out()
    {
        await account.NewRoleAsync("role");
        await account.Root.Iam.CallAsync("CreateInstanceProfile", new { InstanceProfileName = "works" });
        await account.Root.Iam.CallAsync("AddRoleToInstanceProfile", new { InstanceProfileName = "works", RoleName = "role" });
        Assert.Equal(
            new SdkError("DeleteConflict", 409, "Cannot delete entity, must remove roles from instance profile first."),
            await account.Root.Iam.FailAsync("DeleteInstanceProfile", new { InstanceProfileName = "works" }));
        await account.Root.Iam.CallAsync("RemoveRoleFromInstanceProfile", new { InstanceProfileName = "works", RoleName = "role" });
        await account.Root.Iam.CallAsync("DeleteInstanceProfile", new { InstanceProfileName = "works" });
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "Instance Profile works cannot be found."),
            await account.Root.Iam.FailAsync("DeleteInstanceProfile", new { InstanceProfileName = "works" }));
    }

    [Fact, Covers("iam", "DeleteInstanceProfile", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var mallory = await account.NewUserAsync("mallory");
        await account.Root.Iam.CallAsync("CreateInstanceProfile", new { InstanceProfileName = "target" });
        Assert.Equal(
            account.Denied("mallory", "iam:DeleteInstanceProfile", "instance profile target"),
            await mallory.Iam.FailAsync("DeleteInstanceProfile", new { InstanceProfileName = "target" }));
        await account.Root.Iam.CallAsync("GetInstanceProfile", new { InstanceProfileName = "target" });
    }
}
