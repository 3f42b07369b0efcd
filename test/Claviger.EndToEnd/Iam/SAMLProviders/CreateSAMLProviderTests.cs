namespace Claviger.EndToEnd;

public sealed class CreateSAMLProviderTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "CreateSAMLProvider", Aspect.Works)]
    public async Task Keeps_the_metadata_until_its_end()
    {
        var made = await account.Root.Iam.CallAsync(
            "CreateSAMLProvider", new { Name = "works", SAMLMetadataDocument = "\uFEFF" + TestSaml.Metadata(0), Tags = new[] { new { Key = "a", Value = "1" } } });
        Assert.Equal(account.Arn("saml-provider/works"), made["SAMLProviderArn"]);
        var shown = await account.Root.Iam.CallAsync("GetSAMLProvider", new { SAMLProviderArn = made["SAMLProviderArn"] });
        Assert.Equal("2099-01-01T00:00:00Z", shown["ValidUntil"]);
        Assert.Equal(TestSaml.Metadata(0).Length + 1, shown["SAMLMetadataDocument"]!.Length);
    }

    [Fact, Covers("iam", "CreateSAMLProvider", Aspect.Refuses)]
    public async Task Refuses_what_is_no_metadata_and_a_name_that_is_taken()
    {
        await account.Root.Iam.CallAsync("CreateSAMLProvider", new { Name = "taken", SAMLMetadataDocument = TestSaml.Metadata(0) });
        Assert.Equal(
            new SdkError("EntityAlreadyExists", 409, "SAMLProvider with name taken already exists."),
            await account.Root.Iam.FailAsync("CreateSAMLProvider", new { Name = "taken", SAMLMetadataDocument = TestSaml.Metadata(0) }));
        var entity = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + TestSaml.Metadata(0);
        foreach (var document in new[] { new string('x', 2000), entity, TestSaml.Metadata(0).Replace("X509Certificate", "X509Other", StringComparison.Ordinal) })
        {
            Assert.Equal(
                new SdkError("InvalidInput", 400, "Could not parse metadata"),
                await account.Root.Iam.FailAsync("CreateSAMLProvider", new { Name = "refused", SAMLMetadataDocument = document }));
        }
    }

    [Fact, Covers("iam", "CreateSAMLProvider", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(
            account.Denied("eve", "iam:CreateSAMLProvider", account.Arn("saml-provider/denied")),
            await eve.Iam.FailAsync("CreateSAMLProvider", new { Name = "denied", SAMLMetadataDocument = TestSaml.Metadata(0) }));
    }
}
