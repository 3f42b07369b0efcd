namespace Claviger.EndToEnd;

public sealed class RemoveClientIDFromOpenIDConnectProviderTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "RemoveClientIDFromOpenIDConnectProvider", Aspect.Works)]
    public async Task Takes_an_audience_away_and_passes_over_others()
    {
        await account.Root.Iam.CallAsync("CreateOpenIDConnectProvider", new { Url = "https://works.example", ClientIDList = new[] { "one" } });
        var arn = account.Arn("oidc-provider/works.example");
        foreach (var id in new[] { "one", "none" })
        {
            await account.Root.Iam.CallAsync("RemoveClientIDFromOpenIDConnectProvider", new { OpenIDConnectProviderArn = arn, ClientID = id });
        }

        var shown = await account.Root.Iam.CallAsync("GetOpenIDConnectProvider", new { OpenIDConnectProviderArn = arn });
        Assert.Empty(shown.List("ClientIDList"));
    }

    [Fact, Covers("iam", "RemoveClientIDFromOpenIDConnectProvider", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, $"OpenIDConnect Provider not found for arn {account.Arn("oidc-provider/none.example")}"),
            await account.Root.Iam.FailAsync("RemoveClientIDFromOpenIDConnectProvider", new { OpenIDConnectProviderArn = account.Arn("oidc-provider/none.example"), ClientID = "x" }));
    }

    [Fact, Covers("iam", "RemoveClientIDFromOpenIDConnectProvider", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        var arn = account.Arn("oidc-provider/none.example");
        Assert.Equal(account.Denied("eve", "iam:RemoveClientIDFromOpenIDConnectProvider", arn), await eve.Iam.FailAsync("RemoveClientIDFromOpenIDConnectProvider", new { OpenIDConnectProviderArn = arn, ClientID = "x" }));
    }
}
