namespace Claviger.EndToEnd;

public sealed class TagOpenIDConnectProviderTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "TagOpenIDConnectProvider", Aspect.Works)]
    public async Task Puts_a_tag_over_the_one_with_the_same_key()
    {
        await account.Root.Iam.CallAsync("CreateOpenIDConnectProvider", new { Url = "https://works.example", ClientIDList = new[] { "one" } });
        var arn = account.Arn("oidc-provider/works.example");
        foreach (var value in new[] { "red", "blue" })
        {
            await account.Root.Iam.CallAsync("TagOpenIDConnectProvider", new { OpenIDConnectProviderArn = arn, Tags = new[] { new { Key = "Team", Value = value } } });
        }

        var shown = await account.Root.Iam.CallAsync("GetOpenIDConnectProvider", new { OpenIDConnectProviderArn = arn });
        Assert.Equal(["blue"], shown.Texts("Tags", "Value"));
    }

    [Fact, Covers("iam", "TagOpenIDConnectProvider", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, $"OpenIDConnect Provider not found for arn {account.Arn("oidc-provider/none.example")}"),
            await account.Root.Iam.FailAsync("TagOpenIDConnectProvider", new { OpenIDConnectProviderArn = account.Arn("oidc-provider/none.example"), Tags = new[] { new { Key = "a", Value = "1" } } }));
    }

    [Fact, Covers("iam", "TagOpenIDConnectProvider", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        var arn = account.Arn("oidc-provider/none.example");
        Assert.Equal(account.Denied("eve", "iam:TagOpenIDConnectProvider", arn), await eve.Iam.FailAsync("TagOpenIDConnectProvider", new { OpenIDConnectProviderArn = arn, Tags = new[] { new { Key = "a", Value = "1" } } }));
    }
}
