namespace Claviger.EndToEnd;

public sealed class ListSAMLProviderTagsTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ListSAMLProviderTags", Aspect.Works)]
    public async Task Lists_tags_by_key()
    {
        await account.Root.Iam.CallAsync("CreateSAMLProvider", new { Name = "works", SAMLMetadataDocument = TestSaml.Metadata(0) });
        var arn = account.Arn("saml-provider/works");
        await account.Root.Iam.CallAsync(
            "TagSAMLProvider", new { SAMLProviderArn = arn, Tags = new[] { new { Key = "b", Value = "2" }, new { Key = "a", Value = "1" } } });
        Assert.Equal(["a", "b"], (await account.Root.Iam.CallAsync("ListSAMLProviderTags", new { SAMLProviderArn = arn })).Texts("Tags", "Key"));
    }

    [Fact, Covers("iam", "ListSAMLProviderTags", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        var arn = account.Arn("saml-provider/none");
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, $"SAMLProvider not found for arn {arn}"),
            await account.Root.Iam.FailAsync("ListSAMLProviderTags", new { SAMLProviderArn = arn }));
    }

    [Fact, Covers("iam", "ListSAMLProviderTags", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        var arn = account.Arn("saml-provider/none");
        Assert.Equal(account.Denied("eve", "iam:ListSAMLProviderTags", arn), await eve.Iam.FailAsync("ListSAMLProviderTags", new { SAMLProviderArn = arn }));
    }
}
