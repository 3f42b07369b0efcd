namespace Claviger.EndToEnd;

public sealed class GetSAMLProviderTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "GetSAMLProvider", Aspect.Works)]
    public async Task Shows_the_metadata()
    {
        await account.Root.Iam.CallAsync("CreateSAMLProvider", new { Name = "works", SAMLMetadataDocument = TestSaml.Metadata(0) });
        var arn = account.Arn("saml-provider/works");
        var shown = await account.Root.Iam.CallAsync("GetSAMLProvider", new { SAMLProviderArn = arn });
        Assert.Contains("idp0.example", shown["SAMLMetadataDocument"], StringComparison.Ordinal);
        Assert.NotNull(shown["CreateDate"]);
    }

    [Fact, Covers("iam", "GetSAMLProvider", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        var arn = account.Arn("saml-provider/none");
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, $"SAMLProvider not found for arn {arn}"),
            await account.Root.Iam.FailAsync("GetSAMLProvider", new { SAMLProviderArn = arn }));
    }

    [Fact, Covers("iam", "GetSAMLProvider", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        var arn = account.Arn("saml-provider/none");
        Assert.Equal(account.Denied("eve", "iam:GetSAMLProvider", arn), await eve.Iam.FailAsync("GetSAMLProvider", new { SAMLProviderArn = arn }));
    }
}
