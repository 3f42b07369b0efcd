namespace Claviger.EndToEnd;

public sealed class AddClientIDToOpenIDConnectProviderTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "AddClientIDToOpenIDConnectProvider", Aspect.Works)]
    public async Task Adds_an_audience_once()
    {
        await account.Root.Iam.CallAsync("CreateOpenIDConnectProvider", new { Url = "https://works.example", ClientIDList = new[] { "one" } });
        var arn = account.Arn("oidc-provider/works.example");
        foreach (var id in new[] { "two", "two" })
        {
            await account.Root.Iam.CallAsync("AddClientIDToOpenIDConnectProvider", new { OpenIDConnectProviderArn = arn, ClientID = id });
        }

        var shown = await account.Root.Iam.CallAsync("GetOpenIDConnectProvider", new { OpenIDConnectProviderArn = arn });
        Assert.Equal(["one", "two"], shown.List("ClientIDList").Select(id => id.Text));
    }

    [Fact, Covers("iam", "AddClientIDToOpenIDConnectProvider", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, $"OpenIDConnect Provider not found for arn {account.Arn("oidc-provider/none.example")}"),
            await account.Root.Iam.FailAsync("AddClientIDToOpenIDConnectProvider", new { OpenIDConnectProviderArn = account.Arn("oidc-provider/none.example"), ClientID = "x" }));
    }

    [Fact, Covers("iam", "AddClientIDToOpenIDConnectProvider", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        var arn = account.Arn("oidc-provider/none.example");
        Assert.Equal(account.Denied("eve", "iam:AddClientIDToOpenIDConnectProvider", arn), await eve.Iam.FailAsync("AddClientIDToOpenIDConnectProvider", new { OpenIDConnectProviderArn = arn, ClientID = "x" }));
    }
}
