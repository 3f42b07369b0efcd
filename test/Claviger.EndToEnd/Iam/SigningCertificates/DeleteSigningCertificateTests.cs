namespace Claviger.EndToEnd;

public sealed class DeleteSigningCertificateTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "DeleteSigningCertificate", Aspect.Works)]
    public async Task Deletes_a_certificate()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "works" });
        var id = (await account.Root.Iam.CallAsync("UploadSigningCertificate", new { UserName = "works", CertificateBody = TestPem.Certificate(0) }))["Certificate.CertificateId"];
        await account.Root.Iam.CallAsync("DeleteSigningCertificate", new { UserName = "works", CertificateId = id });
        await account.Root.Iam.CallAsync("DeleteUser", new { UserName = "works" });
    }

    [Fact, Covers("iam", "DeleteSigningCertificate", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "bare" });
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The Certificate with id ABCDEFGHIJKLMNOPQRSTUVWX cannot be found."),
            await account.Root.Iam.FailAsync("DeleteSigningCertificate", new { UserName = "bare", CertificateId = "ABCDEFGHIJKLMNOPQRSTUVWX" }));
    }

    [Fact, Covers("iam", "DeleteSigningCertificate", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(account.Denied("eve", "iam:DeleteSigningCertificate", "user eve"), await eve.Iam.FailAsync("DeleteSigningCertificate", new { CertificateId = "ABCDEFGHIJKLMNOPQRSTUVWX" }));
    }
}
