namespace Claviger.EndToEnd;

public sealed class UpdateServerCertificateTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "UpdateServerCertificate", Aspect.Works)]
    public async Task Gives_another_name_and_path()
    {
        await account.Root.Iam.CallAsync("UploadServerCertificate", new
        {
            ServerCertificateName = "works", Path = "/x/", CertificateBody = TestPem.Certificate(0), PrivateKey = TestPem.PrivateKey(0),
        });
        await account.Root.Iam.CallAsync(
            "UpdateServerCertificate", new { ServerCertificateName = "works", NewServerCertificateName = "renamed", NewPath = "/y/" });
        var shown = await account.Root.Iam.CallAsync("GetServerCertificate", new { ServerCertificateName = "renamed" });
        Assert.Equal(account.Arn("server-certificate/y/renamed"), shown["ServerCertificate.ServerCertificateMetadata.Arn"]);
        var clerk = await account.NewUserAsync("clerk", TestAccount.AllowOn(account.Arn("server-certificate/y/*"), "iam:UpdateServerCertificate"));
        Assert.Equal("AccessDenied", (await clerk.Iam.FailAsync("UpdateServerCertificate", new { ServerCertificateName = "renamed", NewPath = "/z/" })).Code);
    }

    [Fact, Covers("iam", "UpdateServerCertificate", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The Server Certificate with name none cannot be found."),
            await account.Root.Iam.FailAsync("UpdateServerCertificate", new { ServerCertificateName = "none" }));
    }

    [Fact, Covers("iam", "UpdateServerCertificate", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(account.Denied("eve", "iam:UpdateServerCertificate", "server certificate none"), await eve.Iam.FailAsync("UpdateServerCertificate", new { ServerCertificateName = "none" }));
    }
}
