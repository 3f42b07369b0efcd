namespace Claviger.EndToEnd;

public sealed class UntagSAMLProviderTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "UntagSAMLProvider", Aspect.Works)]
    public async Task Takes_off_keys_and_passes_over_others()
    {
        await account.Root.Iam.CallAsync("CreateSAMLProvider", new { Name = "works", SAMLMetadataDocument = TestSaml.Metadata(0) });
        var arn = account.Arn("saml-provider/works");
        await account.Root.Iam.CallAsync("TagSAMLProvider", new { SAMLProviderArn = arn, Tags = new[] { new { Key = "Team", Value = "red" } } });
        await account.Root.Iam.CallAsync("UntagSAMLProvider", new { SAMLProviderArn = arn, TagKeys = new[] { "team", "none" } });
        Assert.Empty((await account.Root.Iam.CallAsync("ListSAMLProviderTags", new { SAMLProviderArn = arn })).List("Tags"));
    }

    [Fact, Covers("iam", "UntagSAMLProvider", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        var arn = account.Arn("saml-provider/none");
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, $"SAMLProvider not found for arn {arn}"),
            await account.Root.Iam.FailAsync("UntagSAMLProvider", new { SAMLProviderArn = arn, TagKeys = new[] { "a" } }));
    }

    [Fact, Covers("iam", "UntagSAMLProvider", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        var arn = account.Arn("saml-provider/none");
        Assert.Equal(account.Denied("eve", "iam:UntagSAMLProvider", arn), await eve.Iam.FailAsync("UntagSAMLProvider", new { SAMLProviderArn = arn, TagKeys = new[] { "a" } }));
    }
}
