namespace Claviger.EndToEnd;

public sealed class UpdateOpenIDConnectProviderThumbprintTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "UpdateOpenIDConnectProviderThumbprint", Aspect.Works)]
    public async Task Sets_the_thumbprints()
    {
        await account.Root.Iam.CallAsync("CreateOpenIDConnectProvider", new { Url = "https://works.example", ClientIDList = new[] { "one" } });
        var arn = account.Arn("oidc-provider/works.example");
        await account.Root.Iam.CallAsync(
            "UpdateOpenIDConnectProviderThumbprint", new { OpenIDConnectProviderArn = arn, ThumbprintList = new[] { new string('b', 40) } });
        var shown = await account.Root.Iam.CallAsync("GetOpenIDConnectProvider", new { OpenIDConnectProviderArn = arn });
        Assert.Equal([new string('b', 40)], shown.List("ThumbprintList").Select(id => id.Text));
    }

    [Fact, Covers("iam", "UpdateOpenIDConnectProviderThumbprint", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, $"OpenIDConnect Provider not found for arn {account.Arn("oidc-provider/none.example")}"),
            await account.Root.Iam.FailAsync("UpdateOpenIDConnectProviderThumbprint", new { OpenIDConnectProviderArn = account.Arn("oidc-provider/none.example"), ThumbprintList = new[] { new string('b', 40) } }));
    }

    [Fact, Covers("iam", "UpdateOpenIDConnectProviderThumbprint", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        var arn = account.Arn("oidc-provider/none.example");
        Assert.Equal(account.Denied("eve", "iam:UpdateOpenIDConnectProviderThumbprint", arn), await eve.Iam.FailAsync("UpdateOpenIDConnectProviderThumbprint", new { OpenIDConnectProviderArn = arn, ThumbprintList = new[] { new string('b', 40) } }));
    }
}
