namespace Claviger.EndToEnd;

public sealed class UpdateLoginProfileTests(TestAccount account) : IClassFixture<TestAccount>
{
    private const string First = "Correct-horse-7";
    private const string Second = "Battery-staple-8";

    [Fact, Covers("iam", "UpdateLoginProfile", Aspect.Works)]
    public async Task Sets_another_password()
    {
        var user = await NewAsync("reset");
        await account.Root.Iam.CallAsync("UpdateLoginProfile", new { UserName = "reset", Password = Second, PasswordResetRequired = true });
        Assert.Equal("true", await ResetRequiredAsync("reset"));
        Assert.Equal("AccessDenied", (await user.Iam.FailAsync("ChangePassword", new { OldPassword = First, NewPassword = "Third-one-9" })).Code);
        await user.Iam.CallAsync("ChangePassword", new { OldPassword = Second, NewPassword = "Third-one-9" });
        Assert.Equal("false", await ResetRequiredAsync("reset"));
    }

    [Fact, Covers("iam", "UpdateLoginProfile", Aspect.Works)]
    public async Task Changes_whether_the_password_must_be_reset_and_nothing_else()
    {
        var user = await NewAsync("flag");
        await account.Root.Iam.CallAsync("UpdateLoginProfile", new { UserName = "flag", PasswordResetRequired = true });
        await account.Root.Iam.CallAsync("UpdateLoginProfile", new { UserName = "flag" });
        Assert.Equal("true", await ResetRequiredAsync("flag"));
        await user.Iam.CallAsync("ChangePassword", new { OldPassword = First, NewPassword = Second });
    }

    [Fact, Covers("iam", "UpdateLoginProfile", Aspect.Refuses)]
    public async Task Refuses_a_weak_password_and_a_user_without_one()
    {
        await NewAsync("weak");
        Assert.Equal(
            new SdkError("PasswordPolicyViolation", 400, "Password should have a minimum length of 8"),
            await account.Root.Iam.FailAsync("UpdateLoginProfile", new { UserName = "weak", Password = "Aa-1" }));
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "bare" });
        var error = new SdkError("NoSuchEntity", 404, "Login Profile for User bare cannot be found.");
        Assert.Equal(error, await account.Root.Iam.FailAsync("UpdateLoginProfile", new { UserName = "bare", Password = Second }));
        Assert.Equal(error, await account.Root.Iam.FailAsync("UpdateLoginProfile", new { UserName = "bare", PasswordResetRequired = true }));
    }

    [Fact, Covers("iam", "UpdateLoginProfile", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        await NewAsync("safe");
        var abe = await account.NewUserAsync("abe");
        Assert.Equal(
            account.Denied("abe", "iam:UpdateLoginProfile", "user safe"),
            await abe.Iam.FailAsync("UpdateLoginProfile", new { UserName = "safe", PasswordResetRequired = true }));
        Assert.Equal("false", await ResetRequiredAsync("safe"));
    }

    private async Task<SdkCaller> NewAsync(string name)
    {
        await account.Root.Iam.CallAsync("UpdateAccountPasswordPolicy", new { MinimumPasswordLength = 8, AllowUsersToChangePassword = true });
        var user = await account.NewUserAsync(name);
        await account.Root.Iam.CallAsync("CreateLoginProfile", new { UserName = name, Password = First });
        return user;
    }

    private async Task<string?> ResetRequiredAsync(string name) =>
        (await account.Root.Iam.CallAsync("GetLoginProfile", new { UserName = name }))["LoginProfile.PasswordResetRequired"];
}
