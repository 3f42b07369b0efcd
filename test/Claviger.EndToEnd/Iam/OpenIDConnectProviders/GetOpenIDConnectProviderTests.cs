namespace Claviger.EndToEnd;

public sealed class GetOpenIDConnectProviderTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "GetOpenIDConnectProvider", Aspect.Works)]
    public async Task Shows_address_audiences_and_time()
    {
        await account.Root.Iam.CallAsync("CreateOpenIDConnectProvider", new { Url = "https://works.example", ClientIDList = new[] { "one" } });
        var arn = account.Arn("oidc-provider/works.example");
        var shown = await account.Root.Iam.CallAsync("GetOpenIDConnectProvider", new { OpenIDConnectProviderArn = arn });
        Assert.Equal("works.example", shown["Url"]);
        Assert.Equal(["one"], shown.List("ClientIDList").Select(id => id.Text));
        Assert.NotNull(shown["CreateDate"]);
    }

    [Fact, Covers("iam", "GetOpenIDConnectProvider", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, $"OpenIDConnect Provider not found for arn {account.Arn("oidc-provider/none.example")}"),
            await account.Root.Iam.FailAsync("GetOpenIDConnectProvider", new { OpenIDConnectProviderArn = account.Arn("oidc-provider/none.example") }));
    }

    [Fact, Covers("iam", "GetOpenIDConnectProvider", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        var arn = account.Arn("oidc-provider/none.example");
        Assert.Equal(account.Denied("eve", "iam:GetOpenIDConnectProvider", arn), await eve.Iam.FailAsync("GetOpenIDConnectProvider", new { OpenIDConnectProviderArn = arn }));
    }
}
