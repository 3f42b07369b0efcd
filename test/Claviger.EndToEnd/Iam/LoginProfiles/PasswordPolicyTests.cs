namespace Claviger.EndToEnd;

/// <summary>What an account's own password policy does to passwords; the tests change it one after the other.</summary>
public sealed class PasswordPolicyTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "UpdateAccountPasswordPolicy", Aspect.Works)]
    public async Task Asks_for_the_length_and_the_classes_that_the_policy_names()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "strict" });
        await PolicyAsync(new { MinimumPasswordLength = 10, RequireSymbols = true, RequireNumbers = true, RequireUppercaseCharacters = true, RequireLowercaseCharacters = true });
        Assert.Equal(
            new SdkError(
                "PasswordPolicyViolation",
                400,
                "Password should have a minimum length of 10, Password should have at least one uppercase letter, Password should have at least one number, Password should have at least one symbol"),
            await account.Root.Iam.FailAsync("CreateLoginProfile", new { UserName = "strict", Password = "lower" }));
        await PolicyAsync(new { MinimumPasswordLength = 6 });
        await account.Root.Iam.CallAsync("CreateLoginProfile", new { UserName = "strict", Password = "simple" });
    }

    [Fact, Covers("iam", "UpdateAccountPasswordPolicy", Aspect.Works)]
    public async Task Refuses_as_many_earlier_passwords_as_the_policy_names()
    {
        await PolicyAsync(new { PasswordReusePrevention = 2, AllowUsersToChangePassword = true });
        var user = await account.NewUserAsync("recycler");
        await account.Root.Iam.CallAsync("CreateLoginProfile", new { UserName = "recycler", Password = "first-password" });
        await ChangeAsync(user, "first-password", "second-password");
        var reused = new SdkError("PasswordPolicyViolation", 400, "Policy constraint violation with password reuse prevention during password change.");
        Assert.Equal(
            reused, await user.Iam.FailAsync("ChangePassword", new { OldPassword = "second-password", NewPassword = "first-password" }));
        Assert.Equal(reused, await account.Root.Iam.FailAsync("UpdateLoginProfile", new { UserName = "recycler", Password = "second-password" }));
        await ChangeAsync(user, "second-password", "third-password");
        await ChangeAsync(user, "third-password", "first-password");
    }

    [Fact, Covers("iam", "UpdateAccountPasswordPolicy", Aspect.Works)]
    public async Task Lets_users_change_their_own_password_unless_a_policy_denies_it()
    {
        var user = await account.NewUserAsync("free");
        await account.Root.Iam.CallAsync("CreateLoginProfile", new { UserName = "free", Password = "first-Password1" });
        await PolicyAsync(new { AllowUsersToChangePassword = true });
        await ChangeAsync(user, "first-Password1", "second-Password1");
        const string deny = """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"iam:ChangePassword","Resource":"*"}}""";
        await account.Root.Iam.CallAsync("PutUserPolicy", new { UserName = "free", PolicyName = "deny", PolicyDocument = deny });
        var error = await user.Iam.FailAsync("ChangePassword", new { OldPassword = "second-Password1", NewPassword = "third-Password1" });
        Assert.Equal(
            $"User: {account.Arn("user/free")} is not authorized to perform: iam:ChangePassword on resource: user free with an explicit deny in an identity-based policy",
            error.Message);
    }

    private Task<SdkAnswer> PolicyAsync(object policy) => account.Root.Iam.CallAsync("UpdateAccountPasswordPolicy", policy);

    private static Task<SdkAnswer> ChangeAsync(SdkCaller user, string old, string @new) =>
        user.Iam.CallAsync("ChangePassword", new { OldPassword = old, NewPassword = @new });
}
