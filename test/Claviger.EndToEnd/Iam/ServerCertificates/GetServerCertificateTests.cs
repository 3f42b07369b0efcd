namespace Claviger.EndToEnd;

public sealed class GetServerCertificateTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "GetServerCertificate", Aspect.Works)]
    public async Task Shows_all_but_the_key()
    {
        await account.Root.Iam.CallAsync("UploadServerCertificate", new
        {
            ServerCertificateName = "works", Path = "/x/", CertificateBody = TestPem.Certificate(0), PrivateKey = TestPem.PrivateKey(0),
        });
        var shown = await account.Root.Iam.CallAsync("GetServerCertificate", new { ServerCertificateName = "WORKS" });
        Assert.Equal(account.Arn("server-certificate/x/works"), shown["ServerCertificate.ServerCertificateMetadata.Arn"]);
        Assert.StartsWith("-----BEGIN CERTIFICATE-----", shown["ServerCertificate.CertificateBody"], StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE", shown.Json!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact, Covers("iam", "GetServerCertificate", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The Server Certificate with name none cannot be found."),
            await account.Root.Iam.FailAsync("GetServerCertificate", new { ServerCertificateName = "none" }));
    }

    [Fact, Covers("iam", "GetServerCertificate", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(account.Denied("eve", "iam:GetServerCertificate", "server certificate none"), await eve.Iam.FailAsync("GetServerCertificate", new { ServerCertificateName = "none" }));
    }
}
