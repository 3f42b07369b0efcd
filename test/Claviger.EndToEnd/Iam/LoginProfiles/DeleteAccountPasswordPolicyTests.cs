namespace Claviger.EndToEnd;

public sealed class DeleteAccountPasswordPolicyTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "DeleteAccountPasswordPolicy", Aspect.Works)]
    [Covers("iam", "DeleteAccountPasswordPolicy", Aspect.Refuses)]
    [Covers("iam", "DeleteAccountPasswordPolicy", Aspect.Denies)]
    public async Task Deletes_the_policy_once_and_only_for_who_may()
    {
        await account.Root.Iam.CallAsync("UpdateAccountPasswordPolicy", new { MinimumPasswordLength = 20 });
        var eli = await account.NewUserAsync("eli");
        Assert.Equal(account.Denied("eli", "iam:DeleteAccountPasswordPolicy", "*"), await eli.Iam.FailAsync("DeleteAccountPasswordPolicy"));
        await account.Root.Iam.CallAsync("GetAccountPasswordPolicy");
        await account.Root.Iam.CallAsync("DeleteAccountPasswordPolicy");
        Assert.Equal("NoSuchEntity", (await account.Root.Iam.FailAsync("GetAccountPasswordPolicy")).Code);
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The account policy with name PasswordPolicy cannot be found."),
            await account.Root.Iam.FailAsync("DeleteAccountPasswordPolicy"));
    }
}
