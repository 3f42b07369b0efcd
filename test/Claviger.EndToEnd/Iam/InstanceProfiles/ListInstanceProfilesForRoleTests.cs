namespace Claviger.EndToEnd;

public sealed class ListInstanceProfilesForRoleTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ListInstanceProfilesForRole", Aspect.Works)]
    public async Task Lists_the_profiles_that_a_role_is_in()
    {
        await account.NewRoleAsync("works");
        await account.NewRoleAsync("unused");
        foreach (var name in new[] { "b", "a", "empty" })
        {
            await account.Root.Iam.CallAsync("CreateInstanceProfile", new { InstanceProfileName = name });
        }

        await account.Root.Iam.CallAsync("AddRoleToInstanceProfile", new { InstanceProfileName = "a", RoleName = "works" });
        await account.Root.Iam.CallAsync("AddRoleToInstanceProfile", new { InstanceProfileName = "b", RoleName = "works" });
        var first = await account.Root.Iam.CallAsync("ListInstanceProfilesForRole", new { RoleName = "works", MaxItems = 1 });
        Assert.Equal(["a"], first.Texts("InstanceProfiles", "InstanceProfileName"));
        var second = await account.Root.Iam.CallAsync("ListInstanceProfilesForRole", new { RoleName = "works", Marker = first["Marker"] });
        Assert.Equal(["b"], second.Texts("InstanceProfiles", "InstanceProfileName"));
        Assert.Empty((await account.Root.Iam.CallAsync("ListInstanceProfilesForRole", new { RoleName = "unused" })).List("InstanceProfiles"));
    }

    [Fact, Covers("iam", "ListInstanceProfilesForRole", Aspect.Refuses)]
    public async Task Refuses_an_unknown_role() => Assert.Equal(
        new SdkError("NoSuchEntity", 404, "The role with name nobody cannot be found."),
        await account.Root.Iam.FailAsync("ListInstanceProfilesForRole", new { RoleName = "nobody" }));

    [Fact, Covers("iam", "ListInstanceProfilesForRole", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(
            account.Denied("eve", "iam:ListInstanceProfilesForRole", "role any"),
            await eve.Iam.FailAsync("ListInstanceProfilesForRole", new { RoleName = "any" }));
    }
}
