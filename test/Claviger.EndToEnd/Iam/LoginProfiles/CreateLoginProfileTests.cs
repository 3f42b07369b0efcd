namespace Claviger.EndToEnd;

public sealed class CreateLoginProfileTests(TestAccount account) : IClassFixture<TestAccount>
{
    private const string Password = "Correct-horse-7";

    [Fact, Covers("iam", "CreateLoginProfile", Aspect.Works)]
    public async Task Gives_a_user_a_password_that_must_be_reset()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "Anna" });
        var made = await account.Root.Iam.CallAsync(
            "CreateLoginProfile", new { UserName = "anna", Password, PasswordResetRequired = true });
        Assert.Equal(("Anna", "true"), (made["LoginProfile.UserName"], made["LoginProfile.PasswordResetRequired"]));
        Assert.Null(made["LoginProfile.Password"]);
        Assert.Equal(made["LoginProfile"], (await account.Root.Iam.CallAsync("GetLoginProfile", new { UserName = "anna" }))["LoginProfile"]);
    }

    [Fact, Covers("iam", "CreateLoginProfile", Aspect.Refuses)]
    public async Task Refuses_a_second_profile_and_a_missing_user()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "Ben" });
        await account.Root.Iam.CallAsync("CreateLoginProfile", new { UserName = "Ben", Password });
        Assert.Equal(
            new SdkError("EntityAlreadyExists", 409, "Login Profile for user Ben already exists."),
            await account.Root.Iam.FailAsync("CreateLoginProfile", new { UserName = "Ben", Password }));
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The user with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("CreateLoginProfile", new { UserName = "nobody", Password }));
    }

    [Theory, Covers("iam", "CreateLoginProfile", Aspect.Refuses)]
    [InlineData("Short-7", "Password should have a minimum length of 8")]
    [InlineData(
        "lower123",
        "Password should meet 1 more of the following requirements: Password should have at least one uppercase letter, Password should have at least one symbol")]
    [InlineData(
        "lower",
        "Password should have a minimum length of 8, Password should meet 2 more of the following requirements: Password should have at least one uppercase letter, Password should have at least one number, Password should have at least one symbol")]
    public async Task Refuses_what_the_default_policy_refuses(string password, string message)
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = password });
        Assert.Equal(
            new SdkError("PasswordPolicyViolation", 400, message),
            await account.Root.Iam.FailAsync("CreateLoginProfile", new { UserName = password, Password = password }));
        Assert.Equal("NoSuchEntity", (await account.Root.Iam.FailAsync("GetLoginProfile", new { UserName = password })).Code);
    }

    [Fact, Covers("iam", "CreateLoginProfile", Aspect.Refuses)]
    public async Task Refuses_the_accounts_own_email_address_as_a_password()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "lazy" });
        Assert.Equal(
            new SdkError("PasswordPolicyViolation", 400, "Password should not be the account name or email address"),
            await account.Root.Iam.FailAsync("CreateLoginProfile", new { UserName = "lazy", Password = $"ROOT@{account.Id}.local" }));
    }

    [Fact, Covers("iam", "CreateLoginProfile", Aspect.Refuses)]
    public async Task Refuses_a_request_without_a_password() => Assert.Equal(
        new SdkError("ValidationError", 400, "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must not be null"),
        await account.Root.Iam.FailAsync("CreateLoginProfile", new { UserName = "nobody" }));

    [Fact, Covers("iam", "CreateLoginProfile", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var yves = await account.NewUserAsync("yves");
        Assert.Equal(
            account.Denied("yves", "iam:CreateLoginProfile", "user yves"),
            await yves.Iam.FailAsync("CreateLoginProfile", new { UserName = "yves", Password }));
        Assert.Equal("NoSuchEntity", (await account.Root.Iam.FailAsync("GetLoginProfile", new { UserName = "yves" })).Code);
    }
}
