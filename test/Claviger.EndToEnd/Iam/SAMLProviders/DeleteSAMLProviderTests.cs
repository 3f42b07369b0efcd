namespace Claviger.EndToEnd;

public sealed class DeleteSAMLProviderTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "DeleteSAMLProvider", Aspect.Works)]
    public async Task Deletes_a_provider()
    {
        await account.Root.Iam.CallAsync("CreateSAMLProvider", new { Name = "works", SAMLMetadataDocument = TestSaml.Metadata(0) });
        var arn = account.Arn("saml-provider/works");
        await account.Root.Iam.CallAsync("DeleteSAMLProvider", new { SAMLProviderArn = arn });
        Assert.Empty((await account.Root.Iam.CallAsync("ListSAMLProviders")).List("SAMLProviderList"));
    }

    [Fact, Covers("iam", "DeleteSAMLProvider", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        var arn = account.Arn("saml-provider/none");
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, $"SAMLProvider not found for arn {arn}"),
            await account.Root.Iam.FailAsync("DeleteSAMLProvider", new { SAMLProviderArn = arn }));
    }

    [Fact, Covers("iam", "DeleteSAMLProvider", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        var arn = account.Arn("saml-provider/none");
        Assert.Equal(account.Denied("eve", "iam:DeleteSAMLProvider", arn), await eve.Iam.FailAsync("DeleteSAMLProvider", new { SAMLProviderArn = arn }));
    }
}
