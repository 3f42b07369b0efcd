namespace Claviger.EndToEnd;

public sealed class DeleteServerCertificateTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "DeleteServerCertificate", Aspect.Works)]
    public async Task Deletes_a_certificate()
    {
        await account.Root.Iam.CallAsync("UploadServerCertificate", new
        {
            ServerCertificateName = "works", Path = "/x/", CertificateBody = TestPem.Certificate(0), PrivateKey = TestPem.PrivateKey(0),
        });
        await account.Root.Iam.CallAsync("DeleteServerCertificate", new { ServerCertificateName = "works" });
        Assert.Empty((await account.Root.Iam.CallAsync("ListServerCertificates")).List("ServerCertificateMetadataList"));
    }

    [Fact, Covers("iam", "DeleteServerCertificate", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The Server Certificate with name none cannot be found."),
            await account.Root.Iam.FailAsync("DeleteServerCertificate", new { ServerCertificateName = "none" }));
    }

    [Fact, Covers("iam", "DeleteServerCertificate", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(account.Denied("eve", "iam:DeleteServerCertificate", "server certificate none"), await eve.Iam.FailAsync("DeleteServerCertificate", new { ServerCertificateName = "none" }));
    }
}
