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

    [Fact, Covers("iam", "UpdateSAMLProvider", Aspect.Works | Aspect.Refuses)]
    public async Task Keeps_up_to_two_private_keys_and_shows_their_ids_alone()
    {
        // The SDK of the system knows nothing of them yet.
        await account.Root.Iam.CallAsync("CreateSAMLProvider", new { Name = "keys", SAMLMetadataDocument = TestSaml.Metadata(0) });
        Assert.Equal(Refusal("Unable to update identity provider. No updates are defined for metadata or encryption assertion."), (await UpdateAsync("")).Error);
        Assert.Equal(
            Refusal("Unable to set assertion encryption mode to Required because no private key is provided."),
            (await UpdateAsync("&AssertionEncryptionMode=Required")).Error);
        Assert.Equal(Refusal("Invalid private key."), (await UpdateAsync("&AddPrivateKey=" + Uri.EscapeDataString(TestPem.PublicKey(1)))).Error);
        Assert.Equal(200, (await UpdateAsync("&AssertionEncryptionMode=Required&AddPrivateKey=" + Uri.EscapeDataString(TestPem.PrivateKey(1)))).Status);
        Assert.Equal(200, (await UpdateAsync("&AddPrivateKey=" + Uri.EscapeDataString(TestPem.PrivateKey(2)))).Status);
        Assert.Equal(
            new SdkError("LimitExceeded", 409, "Private key limit of 2 is reached."),
            (await UpdateAsync("&AddPrivateKey=" + Uri.EscapeDataString(TestPem.PrivateKey(3)))).Error);

        var shown = await account.Root.Http.FormAsync($"Action=GetSAMLProvider&Version=2010-05-08&SAMLProviderArn={account.Arn("saml-provider/keys")}");
        string[] ids = [.. shown.Xml.Descendants().Where(element => element.Name.LocalName == "KeyId").Select(element => element.Value)];
        Assert.Equal((2, "Required"), (ids.Length, shown.Xml.Descendants().Single(element => element.Name.LocalName == "AssertionEncryptionMode").Value));
        Assert.DoesNotContain("PRIVATE", shown.Body, StringComparison.Ordinal);
        Assert.Equal(200, (await UpdateAsync("&RemovePrivateKey=" + ids[0])).Status);
        Assert.Equal(Refusal("Failed to remove private key because the Key ID does not match a private key."), (await UpdateAsync("&RemovePrivateKey=" + ids[0])).Error);
        Assert.Equal(Refusal("Failed to remove private key."), (await UpdateAsync("&RemovePrivateKey=" + ids[1])).Error);
        await account.Root.Iam.CallAsync("DeleteSAMLProvider", new { SAMLProviderArn = account.Arn("saml-provider/keys") });

        static SdkError Refusal(string text) => new("InvalidInput", 400, text);

        Task<RawAnswer> UpdateAsync(string more) =>
            account.Root.Http.FormAsync($"Action=UpdateSAMLProvider&Version=2010-05-08&SAMLProviderArn={account.Arn("saml-provider/keys")}{more}");
    }

    [Fact, Covers("iam", "UpdateSAMLProvider", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        var arn = account.Arn("saml-provider/none");
        Assert.Equal(account.Denied("eve", "iam:UpdateSAMLProvider", arn), await eve.Iam.FailAsync("UpdateSAMLProvider", new { SAMLProviderArn = arn, SAMLMetadataDocument = TestSaml.Metadata(1) }));
    }
}
