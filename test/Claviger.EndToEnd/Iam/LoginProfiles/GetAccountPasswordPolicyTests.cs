namespace Claviger.EndToEnd;

public sealed class GetAccountPasswordPolicyTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "GetAccountPasswordPolicy", Aspect.Works)]
    [Covers("iam", "GetAccountPasswordPolicy", Aspect.Refuses)]
    public async Task Shows_what_was_set_and_refuses_where_nothing_was()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, $"The Password Policy with domain name {account.Id} cannot be found."),
            await account.Root.Iam.FailAsync("GetAccountPasswordPolicy"));
        await account.Root.Iam.CallAsync("UpdateAccountPasswordPolicy");
        Assert.Equal(
            """{"AllowUsersToChangePassword":false,"ExpirePasswords":false,"MinimumPasswordLength":6,"RequireLowercaseCharacters":false,"RequireNumbers":false,"RequireSymbols":false,"RequireUppercaseCharacters":false}""",
            await PolicyAsync());
        await account.Root.Iam.CallAsync("UpdateAccountPasswordPolicy", new
        {
            MinimumPasswordLength = 10,
            RequireSymbols = true,
            RequireNumbers = true,
            RequireUppercaseCharacters = true,
            RequireLowercaseCharacters = true,
            AllowUsersToChangePassword = true,
            MaxPasswordAge = 60,
            PasswordReusePrevention = 3,
            HardExpiry = true,
        });
        Assert.Equal(
            """{"AllowUsersToChangePassword":true,"ExpirePasswords":true,"HardExpiry":true,"MaxPasswordAge":60,"MinimumPasswordLength":10,"PasswordReusePrevention":3,"RequireLowercaseCharacters":true,"RequireNumbers":true,"RequireSymbols":true,"RequireUppercaseCharacters":true}""",
            await PolicyAsync());
    }

    [Fact, Covers("iam", "GetAccountPasswordPolicy", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var cal = await account.NewUserAsync("cal");
        Assert.Equal(account.Denied("cal", "iam:GetAccountPasswordPolicy", "*"), await cal.Iam.FailAsync("GetAccountPasswordPolicy"));
    }

    private async Task<string> PolicyAsync()
    {
        var policy = (await account.Root.Iam.CallAsync("GetAccountPasswordPolicy")).Json!["PasswordPolicy"]!.AsObject();
        return $"{{{string.Join(',', policy.OrderBy(it => it.Key, StringComparer.Ordinal).Select(it => $"\"{it.Key}\":{it.Value!.ToJsonString()}"))}}}";
    }
}
