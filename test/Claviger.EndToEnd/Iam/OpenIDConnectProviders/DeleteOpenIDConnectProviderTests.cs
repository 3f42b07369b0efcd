namespace Claviger.EndToEnd;

public sealed class DeleteOpenIDConnectProviderTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "DeleteOpenIDConnectProvider", Aspect.Works)]
    public async Task Deletes_a_provider_and_one_that_is_not_there_too()
    {
        await account.Root.Iam.CallAsync("CreateOpenIDConnectProvider", new { Url = "https://works.example", ClientIDList = new[] { "one" } });
        var arn = account.Arn("oidc-provider/works.example");
        await account.Root.Iam.CallAsync("DeleteOpenIDConnectProvider", new { OpenIDConnectProviderArn = arn });
        await account.Root.Iam.CallAsync("DeleteOpenIDConnectProvider", new { OpenIDConnectProviderArn = arn });
        Assert.Empty((await account.Root.Iam.CallAsync("ListOpenIDConnectProviders")).List("OpenIDConnectProviderList"));
    }

    [Fact, Covers("iam", "DeleteOpenIDConnectProvider", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        Assert.Equal(
            "InvalidInput",
            (await account.Root.Iam.FailAsync("DeleteOpenIDConnectProvider", new { OpenIDConnectProviderArn = "no arn of any provider" })).Code);
    }

    [Fact, Covers("iam", "DeleteOpenIDConnectProvider", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        var arn = account.Arn("oidc-provider/none.example");
        Assert.Equal(account.Denied("eve", "iam:DeleteOpenIDConnectProvider", arn), await eve.Iam.FailAsync("DeleteOpenIDConnectProvider", new { OpenIDConnectProviderArn = arn }));
    }
}
