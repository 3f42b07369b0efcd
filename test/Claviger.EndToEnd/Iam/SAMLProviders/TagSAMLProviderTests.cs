namespace Claviger.EndToEnd;

public sealed class TagSAMLProviderTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "TagSAMLProvider", Aspect.Works)]
    public async Task Puts_a_tag_over_the_one_with_the_same_key()
    {
        await account.Root.Iam.CallAsync("CreateSAMLProvider", new { Name = "works", SAMLMetadataDocument = TestSaml.Metadata(0) });
        var arn = account.Arn("saml-provider/works");
        foreach (var value in new[] { "red", "blue" })
        {
            await account.Root.Iam.CallAsync("TagSAMLProvider", new { SAMLProviderArn = arn, Tags = new[] { new { Key = "Team", Value = value } } });
        }

        var shown = await account.Root.Iam.CallAsync("GetSAMLProvider", new { SAMLProviderArn = arn });
        Assert.Equal(["blue"], shown.Texts("Tags", "Value"));
    }

    [Fact, Covers("iam", "TagSAMLProvider", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        var arn = account.Arn("saml-provider/none");
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, $"SAMLProvider not found for arn {arn}"),
            await account.Root.Iam.FailAsync("TagSAMLProvider", new { SAMLProviderArn = arn, Tags = new[] { new { Key = "a", Value = "1" } } }));
    }

    [Fact, Covers("iam", "TagSAMLProvider", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        var arn = account.Arn("saml-provider/none");
        Assert.Equal(account.Denied("eve", "iam:TagSAMLProvider", arn), await eve.Iam.FailAsync("TagSAMLProvider", new { SAMLProviderArn = arn, Tags = new[] { new { Key = "a", Value = "1" } } }));
    }
}
