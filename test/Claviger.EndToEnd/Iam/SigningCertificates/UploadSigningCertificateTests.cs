namespace Claviger.EndToEnd;

public sealed class UploadSigningCertificateTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "UploadSigningCertificate", Aspect.Works)]
    public async Task Keeps_a_certificate_of_a_user_and_of_the_root_user()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "works" });
        var made = await account.Root.Iam.CallAsync("UploadSigningCertificate", new { UserName = "works", CertificateBody = TestPem.Certificate(0) });
        Assert.Equal(("works", "Active"), (made["Certificate.UserName"], made["Certificate.Status"]));
        Assert.Matches("^[A-Z2-7]{32}$", made["Certificate.CertificateId"]);
        Assert.Equal(
            new SdkError("DeleteConflict", 409, "Cannot delete entity, must delete signing certificates first."),
            await account.Root.Iam.FailAsync("DeleteUser", new { UserName = "works" }));
        await account.Root.Iam.CallAsync("UploadSigningCertificate", new { CertificateBody = TestPem.Certificate(1) });
        Assert.Single((await account.Root.Iam.CallAsync("ListSigningCertificates")).List("Certificates"));
        Assert.Equal("1", (await account.Root.Iam.CallAsync("GetAccountSummary"))["SummaryMap.AccountSigningCertificatesPresent"]);
    }

    [Fact, Covers("iam", "UploadSigningCertificate", Aspect.Refuses)]
    public async Task Refuses_what_is_no_valid_certificate_one_that_is_there_and_a_third()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "full" });
        Assert.Equal("MalformedCertificate", (await UploadAsync("nonsense")).Code);
        Assert.Equal("MalformedCertificate", (await UploadAsync("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")).Code);
        Assert.Equal("InvalidCertificate", (await UploadAsync(TestPem.Certificate(0, daysLeft: -1))).Code);
        var certificate = TestPem.Certificate(0);
        await account.Root.Iam.CallAsync("UploadSigningCertificate", new { UserName = "full", CertificateBody = certificate });
        Assert.Equal("DuplicateCertificate", (await UploadAsync(certificate + "\n")).Code);
        await account.Root.Iam.CallAsync("UploadSigningCertificate", new { UserName = "full", CertificateBody = TestPem.Certificate(1) });
        Assert.Equal(
            new SdkError("LimitExceeded", 409, "Cannot exceed quota for SigningCertificatesPerUser: 2"), await UploadAsync(TestPem.Certificate(2)));

        Task<SdkError> UploadAsync(string body) => account.Root.Iam.FailAsync("UploadSigningCertificate", new { UserName = "full", CertificateBody = body });
    }

    [Fact, Covers("iam", "UploadSigningCertificate", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(
            account.Denied("eve", "iam:UploadSigningCertificate", "user eve"),
            await eve.Iam.FailAsync("UploadSigningCertificate", new { CertificateBody = TestPem.Certificate(0) }));
        Assert.Empty((await account.Root.Iam.CallAsync("ListSigningCertificates", new { UserName = "eve" })).List("Certificates"));
    }
}
