namespace Claviger.EndToEnd;

public sealed class ListSigningCertificatesTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ListSigningCertificates", Aspect.Works)]
    public async Task Lists_certificates_in_pages()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "works" });
        var id = (await account.Root.Iam.CallAsync("UploadSigningCertificate", new { UserName = "works", CertificateBody = TestPem.Certificate(0) }))["Certificate.CertificateId"];
        await account.Root.Iam.CallAsync("UploadSigningCertificate", new { UserName = "works", CertificateBody = TestPem.Certificate(1) });
        var first = await account.Root.Iam.CallAsync("ListSigningCertificates", new { UserName = "works", MaxItems = 1 });
        var second = await account.Root.Iam.CallAsync("ListSigningCertificates", new { UserName = "works", MaxItems = 1, Marker = first["Marker"] });
        Assert.Contains(id, first.Texts("Certificates", "CertificateId").Concat(second.Texts("Certificates", "CertificateId")));
        Assert.StartsWith("-----BEGIN CERTIFICATE-----", second.List("Certificates")[0]["CertificateBody"], StringComparison.Ordinal);
    }

    [Fact, Covers("iam", "ListSigningCertificates", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The user with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("ListSigningCertificates", new { UserName = "nobody" }));
    }

    [Fact, Covers("iam", "ListSigningCertificates", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(account.Denied("eve", "iam:ListSigningCertificates", "user eve"), await eve.Iam.FailAsync("ListSigningCertificates", new { }));
    }
}
