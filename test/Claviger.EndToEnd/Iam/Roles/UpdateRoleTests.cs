namespace Claviger.EndToEnd;

public sealed class UpdateRoleTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "UpdateRole", Aspect.Works)]
    public async Task Sets_description_and_longest_session()
    {
        await account.NewRoleAsync("works");
        await account.Root.Iam.CallAsync("UpdateRole", new { RoleName = "works", Description = "new", MaxSessionDuration = 43200 });
        var got = await account.Root.Iam.CallAsync("GetRole", new { RoleName = "works" });
        Assert.Equal(("new", "43200"), (got["Role.Description"], got["Role.MaxSessionDuration"]));
        await account.Root.Iam.CallAsync("UpdateRole", new { RoleName = "works" });
        got = await account.Root.Iam.CallAsync("GetRole", new { RoleName = "works" });
        Assert.Equal(("new", "3600"), (got["Role.Description"], got["Role.MaxSessionDuration"]));
    }

    [Fact, Covers("iam", "UpdateRole", Aspect.Refuses)]
    public async Task Refuses_an_unknown_role_and_a_session_too_long()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The role with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("UpdateRole", new { RoleName = "nobody" }));
        Assert.Equal(
            new SdkError(
                "ValidationError",
                400,
                "1 validation error detected: Value at 'maxSessionDuration' failed to satisfy constraint: Member must have value less than or equal to 43200"),
            await account.Root.Iam.FailAsync("UpdateRole", new { RoleName = "nobody", MaxSessionDuration = 43201 }));
    }

    [Fact, Covers("iam", "UpdateRole", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var mallory = await account.NewUserAsync("mallory");
        await account.NewRoleAsync("target");
        Assert.Equal(
            account.Denied("mallory", "iam:UpdateRole", "role target"),
            await mallory.Iam.FailAsync("UpdateRole", new { RoleName = "target", MaxSessionDuration = 43200 }));
        Assert.Equal("3600", (await account.Root.Iam.CallAsync("GetRole", new { RoleName = "target" }))["Role.MaxSessionDuration"]);
    }
}
