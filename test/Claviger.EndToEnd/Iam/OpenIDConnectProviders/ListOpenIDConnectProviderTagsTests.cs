namespace Claviger.EndToEnd;

public sealed class ListOpenIDConnectProviderTagsTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ListOpenIDConnectProviderTags", Aspect.Works)]
    public async Task Lists_tags_by_key()
    {
        await account.Root.Iam.CallAsync("CreateOpenIDConnectProvider", new { Url = "https://works.example", ClientIDList = new[] { "one" } });
        var arn = account.Arn("oidc-provider/works.example");
        await account.Root.Iam.CallAsync(
            "TagOpenIDConnectProvider",
            new { OpenIDConnectProviderArn = arn, Tags = new[] { new { Key = "b", Value = "2" }, new { Key = "a", Value = "1" } } });
        Assert.Equal(["a", "b"], (await account.Root.Iam.CallAsync("ListOpenIDConnectProviderTags", new { OpenIDConnectProviderArn = arn })).Texts("Tags", "Key"));
    }

    [Fact, Covers("iam", "ListOpenIDConnectProviderTags", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, $"OpenIDConnect Provider not found for arn {account.Arn("oidc-provider/none.example")}"),
            await account.Root.Iam.FailAsync("ListOpenIDConnectProviderTags", new { OpenIDConnectProviderArn = account.Arn("oidc-provider/none.example") }));
    }

    [Fact, Covers("iam", "ListOpenIDConnectProviderTags", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        var arn = account.Arn("oidc-provider/none.example");
        Assert.Equal(account.Denied("eve", "iam:ListOpenIDConnectProviderTags", arn), await eve.Iam.FailAsync("ListOpenIDConnectProviderTags", new { OpenIDConnectProviderArn = arn }));
    }
}
