namespace Claviger.EndToEnd;

public sealed class UpdateSigningCertificateTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "UpdateSigningCertificate", Aspect.Works)]
    public async Task Switches_a_certificate_off()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "works" });
        var id = (await account.Root.Iam.CallAsync("UploadSigningCertificate", new { UserName = "works", CertificateBody = TestPem.Certificate(0) }))["Certificate.CertificateId"];
        await account.Root.Iam.CallAsync("UpdateSigningCertificate", new { UserName = "works", CertificateId = id, Status = "Inactive" });
        Assert.Equal(["Inactive"], (await account.Root.Iam.CallAsync("ListSigningCertificates", new { UserName = "works" })).Texts("Certificates", "Status"));
    }

    [Fact, Covers("iam", "UpdateSigningCertificate", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "bare" });
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The Certificate with id ABCDEFGHIJKLMNOPQRSTUVWX cannot be found."),
            await account.Root.Iam.FailAsync("UpdateSigningCertificate", new { UserName = "bare", CertificateId = "ABCDEFGHIJKLMNOPQRSTUVWX", Status = "Active" }));
    }

    [Fact, Covers("iam", "UpdateSigningCertificate", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(account.Denied("eve", "iam:UpdateSigningCertificate", "user eve"), await eve.Iam.FailAsync("UpdateSigningCertificate", new { CertificateId = "ABCDEFGHIJKLMNOPQRSTUVWX", Status = "Active" }));
    }
}
