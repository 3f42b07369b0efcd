namespace Claviger.EndToEnd;

public sealed class UpdateSAMLProviderTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "UpdateSAMLProvider", Aspect.Works)]
    public async Task Puts_other_metadata_in_its_place()
    {
        await account.Root.Iam.CallAsync("CreateSAMLProvider", new { Name = "works", SAMLMetadataDocument = TestSaml.Metadata(0) });
        var arn = account.Arn("saml-provider/works");
        await account.Root.Iam.CallAsync(
            "UpdateSAMLProvider", new { SAMLProviderArn = arn, SAMLMetadataDocument = TestSaml.Metadata(1, "2098-01-01T00:00:00Z") });
        var shown = await account.Root.Iam.CallAsync("GetSAMLProvider", new { SAMLProviderArn = arn });
        Assert.Contains("idp1.example", shown["SAMLMetadataDocument"], StringComparison.Ordinal);
        Assert.Equal("2098-01-01T00:00:00Z", shown["ValidUntil"]);
        Assert.Equal("InvalidInput", (await account.Root.Iam.FailAsync(
            "UpdateSAMLProvider", new { SAMLProviderArn = arn, SAMLMetadataDocument = new string('x', 1000) })).Code);
    }

    [Fact, Covers("iam", "UpdateSAMLProvider", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        var arn = account.Arn("saml-provider/none");
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, $"SAMLProvider not found for arn {arn}"),
            await account.Root.Iam.FailAsync("UpdateSAMLProvider", new { SAMLProviderArn = arn, SAMLMetadataDocument = TestSaml.Metadata(1) }));
    }

    [Fact, Covers("iam", "UpdateSAMLProvider", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        var arn = account.Arn("saml-provider/none");
        Assert.Equal(account.Denied("eve", "iam:UpdateSAMLProvider", arn), await eve.Iam.FailAsync("UpdateSAMLProvider", new { SAMLProviderArn = arn, SAMLMetadataDocument = TestSaml.Metadata(1) }));
    }
}
