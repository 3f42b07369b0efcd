namespace Claviger.EndToEnd;

public sealed class DeleteAccountAliasTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "DeleteAccountAlias", Aspect.Works)]
    [Covers("iam", "DeleteAccountAlias", Aspect.Refuses)]
    [Covers("iam", "DeleteAccountAlias", Aspect.Denies)]
    public async Task Deletes_the_accounts_own_alias_and_only_for_who_may()
    {
        var alias = $"gone-{account.Id}";
        await account.Root.Iam.CallAsync("CreateAccountAlias", new { AccountAlias = alias });
        var gil = await account.NewUserAsync("gil");
        Assert.Equal(account.Denied("gil", "iam:DeleteAccountAlias", "*"), await gil.Iam.FailAsync("DeleteAccountAlias", new { AccountAlias = alias }));
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The account alias with name other cannot be found."),
            await account.Root.Iam.FailAsync("DeleteAccountAlias", new { AccountAlias = "other" }));
        Assert.Single((await account.Root.Iam.CallAsync("ListAccountAliases")).List("AccountAliases"));
        await account.Root.Iam.CallAsync("DeleteAccountAlias", new { AccountAlias = alias });
        Assert.Empty((await account.Root.Iam.CallAsync("ListAccountAliases")).List("AccountAliases"));
    }
}
