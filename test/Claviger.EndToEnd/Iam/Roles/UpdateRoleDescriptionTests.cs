namespace Claviger.EndToEnd;

public sealed class UpdateRoleDescriptionTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "UpdateRoleDescription", Aspect.Works)]
    public async Task Sets_the_description_and_answers_the_role()
    {
        var arn = await account.NewRoleAsync("works");
        var answer = await account.Root.Iam.CallAsync("UpdateRoleDescription", new { RoleName = "works", Description = "what it is for" });
        Assert.Equal((arn, "what it is for"), (answer["Role.Arn"], answer["Role.Description"]));
        Assert.Equal("what it is for", (await account.Root.Iam.CallAsync("GetRole", new { RoleName = "works" }))["Role.Description"]);
    }

    [Fact, Covers("iam", "UpdateRoleDescription", Aspect.Refuses)]
    public async Task Refuses_an_unknown_role_and_a_description_too_long()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The role with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("UpdateRoleDescription", new { RoleName = "nobody", Description = "" }));
        Assert.Equal(
            new SdkError(
                "ValidationError",
                400,
                "1 validation error detected: Value at 'description' failed to satisfy constraint: Member must have length less than or equal to 1000"),
            await account.Root.Iam.FailAsync("UpdateRoleDescription", new { RoleName = "nobody", Description = new string('x', 1001) }));
    }

    [Fact, Covers("iam", "UpdateRoleDescription", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var mallory = await account.NewUserAsync("mallory");
        await account.NewRoleAsync("target");
        Assert.Equal(
            account.Denied("mallory", "iam:UpdateRoleDescription", "role target"),
            await mallory.Iam.FailAsync("UpdateRoleDescription", new { RoleName = "target", Description = "mine" }));
        Assert.Null((await account.Root.Iam.CallAsync("GetRole", new { RoleName = "target" }))["Role.Description"]);
    }
}
