namespace Claviger.EndToEnd;

public sealed class UpdateAccountPasswordPolicyTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "UpdateAccountPasswordPolicy", Aspect.Works)]
    public async Task Sets_the_policy_as_a_whole()
    {
        await account.Root.Iam.CallAsync("UpdateAccountPasswordPolicy", new { MinimumPasswordLength = 12, MaxPasswordAge = 90 });
        await account.Root.Iam.CallAsync("UpdateAccountPasswordPolicy", new { RequireNumbers = true });
        var policy = await account.Root.Iam.CallAsync("GetAccountPasswordPolicy");
        Assert.Equal(
            ("6", "true", "false", null),
            (policy["PasswordPolicy.MinimumPasswordLength"], policy["PasswordPolicy.RequireNumbers"], policy["PasswordPolicy.ExpirePasswords"],
                policy["PasswordPolicy.MaxPasswordAge"]));
    }

    [Fact, Covers("iam", "UpdateAccountPasswordPolicy", Aspect.Refuses)]
    public async Task Refuses_numbers_out_of_range()
    {
        var error = await account.Root.Iam.FailAsync(
            "UpdateAccountPasswordPolicy", new { MinimumPasswordLength = 5, MaxPasswordAge = 1096, PasswordReusePrevention = 25 });
        Assert.Equal(("ValidationError", 400), (error.Code, error.Status));
        Assert.StartsWith("3 validation errors detected: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("Value at 'maxPasswordAge' failed to satisfy constraint: Member must have value less than or equal to 1095", error.Message, StringComparison.Ordinal);
    }

    [Fact, Covers("iam", "UpdateAccountPasswordPolicy", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        await account.Root.Iam.CallAsync("UpdateAccountPasswordPolicy", new { MinimumPasswordLength = 14 });
        var dan = await account.NewUserAsync("dan");
        Assert.Equal(
            account.Denied("dan", "iam:UpdateAccountPasswordPolicy", "*"),
            await dan.Iam.FailAsync("UpdateAccountPasswordPolicy", new { AllowUsersToChangePassword = true, MinimumPasswordLength = 7 }));
        Assert.Equal("14", (await account.Root.Iam.CallAsync("GetAccountPasswordPolicy"))["PasswordPolicy.MinimumPasswordLength"]);
    }
}
