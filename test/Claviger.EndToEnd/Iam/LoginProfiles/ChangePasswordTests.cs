namespace Claviger.EndToEnd;

public sealed class ChangePasswordTests(TestAccount account) : IClassFixture<TestAccount>
{
    private const string First = "Correct-horse-7";
    private const string Second = "Battery-staple-8";

    [Fact, Covers("iam", "ChangePassword", Aspect.Works)]
    public async Task Changes_the_callers_password_and_clears_the_reset()
    {
        var user = await NewAsync("changer", mayChange: true);
        await user.Iam.CallAsync("ChangePassword", new { OldPassword = First, NewPassword = Second });
        Assert.Equal(
            "false", (await account.Root.Iam.CallAsync("GetLoginProfile", new { UserName = "changer" }))["LoginProfile.PasswordResetRequired"]);
        Assert.Equal(
            new SdkError("AccessDenied", 403, "The old password was incorrect."),
            await user.Iam.FailAsync("ChangePassword", new { OldPassword = First, NewPassword = "Another-one-9" }));
        await user.Iam.CallAsync("ChangePassword", new { OldPassword = Second, NewPassword = First });
    }

    [Fact, Covers("iam", "ChangePassword", Aspect.Refuses)]
    public async Task Refuses_the_same_password_a_weak_one_and_a_user_without_one()
    {
        var user = await NewAsync("refused", mayChange: true);
        Assert.Equal(
            new SdkError("PasswordPolicyViolation", 400, "Policy constraint violation with password reuse prevention during password change."),
            await user.Iam.FailAsync("ChangePassword", new { OldPassword = First, NewPassword = First }));
        Assert.Equal(
            new SdkError("PasswordPolicyViolation", 400, "Password should have a minimum length of 8"),
            await user.Iam.FailAsync("ChangePassword", new { OldPassword = First, NewPassword = "Aa-1" }));
        await account.Root.Iam.CallAsync("DeleteLoginProfile", new { UserName = "refused" });
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "Login Profile for User refused cannot be found."),
            await user.Iam.FailAsync("ChangePassword", new { OldPassword = First, NewPassword = Second }));
    }

    [Fact, Covers("iam", "ChangePassword", Aspect.Refuses)]
    public async Task Lets_one_of_four_changes_at_once_win()
    {
        var user = await NewAsync("hurried", mayChange: true);
        string[] passwords = ["Password-one-1", "Password-two-2", "Password-three-3", "Password-four-4"];
        var calls = await Task.WhenAll(
            passwords.Select(password => user.Iam.TryAsync("ChangePassword", new { OldPassword = First, NewPassword = password })));
        var winner = Array.FindIndex(calls, call => call.Error is null);
        Assert.Single(calls, call => call.Error is null);
        Assert.All(
            calls.Where(call => call.Error is not null),
            call => Assert.Contains(call.Error!.Code, new[] { "EntityTemporarilyUnmodifiable", "AccessDenied" }));
        await user.Iam.CallAsync("ChangePassword", new { OldPassword = passwords[winner], NewPassword = Second });
    }

    [Fact, Covers("iam", "ChangePassword", Aspect.Refuses)]
    public async Task Refuses_callers_who_are_not_users() => Assert.Equal(
        new SdkError("InvalidUserType", 400, "Only IAM Users can change their own password."),
        await account.Root.Iam.FailAsync("ChangePassword", new { OldPassword = First, NewPassword = Second }));

    [Fact, Covers("iam", "ChangePassword", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var user = await NewAsync("bound", mayChange: false);
        Assert.Equal(
            account.Denied("bound", "iam:ChangePassword", "user bound"),
            await user.Iam.FailAsync("ChangePassword", new { OldPassword = First, NewPassword = Second }));
        Assert.Equal(
            "true", (await account.Root.Iam.CallAsync("GetLoginProfile", new { UserName = "bound" }))["LoginProfile.PasswordResetRequired"]);
    }

    private async Task<SdkCaller> NewAsync(string name, bool mayChange)
    {
        await account.Root.Iam.CallAsync("UpdateAccountPasswordPolicy", new { MinimumPasswordLength = 8, AllowUsersToChangePassword = mayChange });
        var user = await account.NewUserAsync(name);
        await account.Root.Iam.CallAsync("CreateLoginProfile", new { UserName = name, Password = First, PasswordResetRequired = true });
        return user;
    }
}
