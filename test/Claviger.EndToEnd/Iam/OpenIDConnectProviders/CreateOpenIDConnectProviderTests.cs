namespace Claviger.EndToEnd;

public sealed class CreateOpenIDConnectProviderTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "CreateOpenIDConnectProvider", Aspect.Works)]
    public async Task Makes_a_provider_named_by_its_address()
    {
        var made = await account.Root.Iam.CallAsync("CreateOpenIDConnectProvider", new
        {
            Url = "https://issuer.example/tenant",
            ClientIDList = new[] { "one", "two", "one" },
            ThumbprintList = new[] { new string('a', 40), new string('x', 40) },
            Tags = new[] { new { Key = "a", Value = "1" } },
        });
        Assert.Equal(account.Arn("oidc-provider/issuer.example/tenant"), made["OpenIDConnectProviderArn"]);
        var shown = await account.Root.Iam.CallAsync("GetOpenIDConnectProvider", new { OpenIDConnectProviderArn = made["OpenIDConnectProviderArn"] });
        Assert.Equal("issuer.example/tenant", shown["Url"]);
        Assert.Equal(["one", "two"], shown.List("ClientIDList").Select(id => id.Text));
        Assert.Equal([new string('a', 40), new string('x', 40)], shown.List("ThumbprintList").Select(id => id.Text));
        Assert.Equal("1", (await account.Root.Iam.CallAsync("GetAccountSummary"))["SummaryMap.Providers"]);
    }

    [Theory, Covers("iam", "CreateOpenIDConnectProvider", Aspect.Refuses)]
    [InlineData("http://issuer.example")]
    [InlineData("issuer.example")]
    [InlineData("ftp://issuer.example")]
    [InlineData("https://user@issuer.example")]
    [InlineData("https://issuer.example?x=1")]
    [InlineData("https://issuer.example#x")]
    public async Task Refuses_what_is_not_the_address_of_an_issuer(string url) => Assert.Equal(
        new SdkError("ValidationError", 400, "Invalid Open ID Connect Provider URL"),
        await account.Root.Iam.FailAsync("CreateOpenIDConnectProvider", new { Url = url }));

    [Fact, Covers("iam", "CreateOpenIDConnectProvider", Aspect.Refuses)]
    public async Task Refuses_one_that_is_there_already_and_too_many_thumbprints()
    {
        await account.Root.Iam.CallAsync("CreateOpenIDConnectProvider", new { Url = "https://taken.example" });
        Assert.Equal(
            new SdkError("EntityAlreadyExists", 409, "Provider with url https://taken.example already exists."),
            await account.Root.Iam.FailAsync("CreateOpenIDConnectProvider", new { Url = "https://taken.example" }));
        await account.Root.Iam.CallAsync("DeleteOpenIDConnectProvider", new { OpenIDConnectProviderArn = account.Arn("oidc-provider/taken.example") });
        Assert.Equal("InvalidInput", (await account.Root.Iam.FailAsync(
            "CreateOpenIDConnectProvider",
            new { Url = "https://many.example", ThumbprintList = Enumerable.Repeat(new string('a', 40), 6).ToArray() })).Code);
    }

    [Fact, Covers("iam", "CreateOpenIDConnectProvider", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(
            account.Denied("eve", "iam:CreateOpenIDConnectProvider", account.Arn("oidc-provider/denied.example")),
            await eve.Iam.FailAsync("CreateOpenIDConnectProvider", new { Url = "https://denied.example" }));
    }
}
