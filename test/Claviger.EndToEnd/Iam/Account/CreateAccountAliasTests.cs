namespace Claviger.EndToEnd;

public sealed class CreateAccountAliasTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "CreateAccountAlias", Aspect.Works)]
    public async Task Gives_the_account_an_alias_in_place_of_the_one_it_has()
    {
        await account.Root.Iam.CallAsync("CreateAccountAlias", new { AccountAlias = $"first-{account.Id}" });
        await account.Root.Iam.CallAsync("CreateAccountAlias", new { AccountAlias = $"second-{account.Id}" });
        var listed = await account.Root.Iam.CallAsync("ListAccountAliases");
        Assert.Equal([$"second-{account.Id}"], listed.List("AccountAliases").Select(alias => alias.Text));
    }

    [Fact, Covers("iam", "CreateAccountAlias", Aspect.Refuses)]
    public async Task Refuses_the_alias_of_another_account()
    {
        var alias = $"unique-{account.Id}";
        await account.Server.FirstRoot.Iam.CallAsync("CreateAccountAlias", new { AccountAlias = alias });
        Assert.Equal(
            new SdkError("EntityAlreadyExists", 409, $"The account alias {alias} already exists."),
            await account.Root.Iam.FailAsync("CreateAccountAlias", new { AccountAlias = alias }));
        await account.Server.FirstRoot.Iam.CallAsync("DeleteAccountAlias", new { AccountAlias = alias });
    }

    [Theory, Covers("iam", "CreateAccountAlias", Aspect.Refuses)]
    [InlineData("Upper")]
    [InlineData("ab")]
    [InlineData("-dash")]
    [InlineData("two--dashes")]
    [InlineData("123456789012")]
    public async Task Refuses_malformed_aliases_and_account_numbers(string alias)
    {
        var error = await account.Root.Iam.FailAsync("CreateAccountAlias", new { AccountAlias = alias });
        Assert.Equal(("ValidationError", 400), (error.Code, error.Status));
    }

    [Fact, Covers("iam", "CreateAccountAlias", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var fay = await account.NewUserAsync("fay");
        var alias = $"mine-{account.Id}";
        Assert.Equal(account.Denied("fay", "iam:CreateAccountAlias", "*"), await fay.Iam.FailAsync("CreateAccountAlias", new { AccountAlias = alias }));
        Assert.DoesNotContain(alias, (await account.Root.Iam.CallAsync("ListAccountAliases"))["AccountAliases"], StringComparison.Ordinal);
    }
}
