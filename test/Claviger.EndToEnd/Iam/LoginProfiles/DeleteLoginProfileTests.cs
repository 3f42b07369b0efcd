namespace Claviger.EndToEnd;

public sealed class DeleteLoginProfileTests(TestAccount account) : IClassFixture<TestAccount>
{
    private const string Password = "Correct-horse-7";

    [Fact, Covers("iam", "DeleteLoginProfile", Aspect.Works)]
    public async Task Takes_the_password_away()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "gone" });
        await account.Root.Iam.CallAsync("CreateLoginProfile", new { UserName = "gone", Password });
        await account.Root.Iam.CallAsync("DeleteLoginProfile", new { UserName = "gone" });
        Assert.Equal("NoSuchEntity", (await account.Root.Iam.FailAsync("GetLoginProfile", new { UserName = "gone" })).Code);
    }

    [Fact, Covers("iam", "DeleteLoginProfile", Aspect.Refuses)]
    public async Task Refuses_a_user_that_has_none_or_does_not_exist()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "bare" });
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "Login Profile for User bare cannot be found."),
            await account.Root.Iam.FailAsync("DeleteLoginProfile", new { UserName = "bare" }));
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The user with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("DeleteLoginProfile", new { UserName = "nobody" }));
    }

    [Fact, Covers("iam", "DeleteLoginProfile", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var bea = await account.NewUserAsync("bea");
        await account.Root.Iam.CallAsync("CreateLoginProfile", new { UserName = "bea", Password });
        Assert.Equal(account.Denied("bea", "iam:DeleteLoginProfile", "user bea"), await bea.Iam.FailAsync("DeleteLoginProfile"));
        await account.Root.Iam.CallAsync("GetLoginProfile", new { UserName = "bea" });
    }
}
