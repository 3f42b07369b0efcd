namespace Claviger.EndToEnd;

public sealed class ListOpenIDConnectProvidersTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ListOpenIDConnectProviders", Aspect.Works)]
    public async Task Lists_the_accounts_providers()
    {
        foreach (var host in new[] { "b.example", "a.example" })
        {
            await account.Root.Iam.CallAsync("CreateOpenIDConnectProvider", new { Url = "https://" + host });
        }

        Assert.Equal(
            [account.Arn("oidc-provider/a.example"), account.Arn("oidc-provider/b.example")],
            (await account.Root.Iam.CallAsync("ListOpenIDConnectProviders")).Texts("OpenIDConnectProviderList", "Arn"));
    }

    [Fact, Covers("iam", "ListOpenIDConnectProviders", Aspect.Denies | Aspect.Refuses)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(account.Denied("eve", "iam:ListOpenIDConnectProviders", "*"), await eve.Iam.FailAsync("ListOpenIDConnectProviders"));
    }
}
