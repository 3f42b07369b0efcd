namespace Claviger.EndToEnd;

public sealed class ListServerCertificateTagsTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ListServerCertificateTags", Aspect.Works)]
    public async Task Lists_tags_by_key()
    {
        await account.Root.Iam.CallAsync("UploadServerCertificate", new
        {
            ServerCertificateName = "works", Path = "/x/", CertificateBody = TestPem.Certificate(0), PrivateKey = TestPem.PrivateKey(0),
        });
        await account.Root.Iam.CallAsync(
            "TagServerCertificate", new { ServerCertificateName = "works", Tags = new[] { new { Key = "b", Value = "2" }, new { Key = "a", Value = "1" } } });
        Assert.Equal(["a", "b"], (await account.Root.Iam.CallAsync("ListServerCertificateTags", new { ServerCertificateName = "works" })).Texts("Tags", "Key"));
    }

    [Fact, Covers("iam", "ListServerCertificateTags", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The Server Certificate with name none cannot be found."),
            await account.Root.Iam.FailAsync("ListServerCertificateTags", new { ServerCertificateName = "none" }));
    }

    [Fact, Covers("iam", "ListServerCertificateTags", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(account.Denied("eve", "iam:ListServerCertificateTags", "server certificate none"), await eve.Iam.FailAsync("ListServerCertificateTags", new { ServerCertificateName = "none" }));
    }
}
