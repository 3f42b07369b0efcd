namespace Claviger.EndToEnd;

public sealed class ListSAMLProvidersTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ListSAMLProviders", Aspect.Works)]
    public async Task Lists_the_accounts_providers()
    {
        foreach (var name in new[] { "b", "a" })
        {
            await account.Root.Iam.CallAsync("CreateSAMLProvider", new { Name = name, SAMLMetadataDocument = TestSaml.Metadata(0) });
        }

        Assert.Equal(
            [account.Arn("saml-provider/a"), account.Arn("saml-provider/b")], (await account.Root.Iam.CallAsync("ListSAMLProviders")).Texts("SAMLProviderList", "Arn"));
    }

    [Fact, Covers("iam", "ListSAMLProviders", Aspect.Denies | Aspect.Refuses)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(account.Denied("eve", "iam:ListSAMLProviders", "*"), await eve.Iam.FailAsync("ListSAMLProviders"));
    }
}
