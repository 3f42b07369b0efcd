namespace Claviger.EndToEnd;

public sealed class UntagOpenIDConnectProviderTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "UntagOpenIDConnectProvider", Aspect.Works)]
    public async Task Takes_off_keys_and_passes_over_others()
    {
        await account.Root.Iam.CallAsync("CreateOpenIDConnectProvider", new { Url = "https://works.example", ClientIDList = new[] { "one" } });
        var arn = account.Arn("oidc-provider/works.example");
        await account.Root.Iam.CallAsync("TagOpenIDConnectProvider", new { OpenIDConnectProviderArn = arn, Tags = new[] { new { Key = "Team", Value = "red" } } });
        await account.Root.Iam.CallAsync("UntagOpenIDConnectProvider", new { OpenIDConnectProviderArn = arn, TagKeys = new[] { "team", "none" } });
        Assert.Empty((await account.Root.Iam.CallAsync("ListOpenIDConnectProviderTags", new { OpenIDConnectProviderArn = arn })).List("Tags"));
    }

    [Fact, Covers("iam", "UntagOpenIDConnectProvider", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, $"OpenIDConnect Provider not found for arn {account.Arn("oidc-provider/none.example")}"),
            await account.Root.Iam.FailAsync("UntagOpenIDConnectProvider", new { OpenIDConnectProviderArn = account.Arn("oidc-provider/none.example"), TagKeys = new[] { "a" } }));
    }

    [Fact, Covers("iam", "UntagOpenIDConnectProvider", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        var arn = account.Arn("oidc-provider/none.example");
        Assert.Equal(account.Denied("eve", "iam:UntagOpenIDConnectProvider", arn), await eve.Iam.FailAsync("UntagOpenIDConnectProvider", new { OpenIDConnectProviderArn = arn, TagKeys = new[] { "a" } }));
    }
}
