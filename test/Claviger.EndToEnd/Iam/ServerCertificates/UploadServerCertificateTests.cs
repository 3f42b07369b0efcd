using System.Globalization;

namespace Claviger.EndToEnd;

public sealed class UploadServerCertificateTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "UploadServerCertificate", Aspect.Works)]
    public async Task Keeps_a_certificate_its_chain_and_its_key()
    {
        var made = await account.Root.Iam.CallAsync("UploadServerCertificate", new
        {
            ServerCertificateName = "site",
            Path = "/cloudfront/",
            CertificateBody = TestPem.Certificate(0),
            PrivateKey = TestPem.PrivateKey(0),
            CertificateChain = TestPem.Certificate(1) + "\n" + TestPem.Certificate(2),
            Tags = new[] { new { Key = "a", Value = "1" } },
        });
        Assert.Equal(account.Arn("server-certificate/cloudfront/site"), made["ServerCertificateMetadata.Arn"]);
        Assert.Matches("^ASCA[A-Z2-7]{17}$", made["ServerCertificateMetadata.ServerCertificateId"]);
        var left = DateTimeOffset.Parse(made["ServerCertificateMetadata.Expiration"]!, CultureInfo.InvariantCulture) - TimeProvider.System.GetUtcNow();
        Assert.InRange(left.TotalDays, 29, 30);
        Assert.Equal("1", (await account.Root.Iam.CallAsync("GetAccountSummary"))["SummaryMap.ServerCertificates"]);
    }

    [Fact, Covers("iam", "UploadServerCertificate", Aspect.Refuses)]
    public async Task Refuses_another_certificates_key_and_what_is_no_PEM()
    {
        Assert.Equal("KeyPairMismatch", (await UploadAsync(TestPem.Certificate(0), TestPem.PrivateKey(1))).Code);
        Assert.Equal("MalformedCertificate", (await UploadAsync("x", TestPem.PrivateKey(0))).Code);
        Assert.Equal("MalformedCertificate", (await UploadAsync(TestPem.Certificate(0), "x")).Code);
        Assert.Equal("MalformedCertificate", (await UploadAsync(TestPem.Certificate(0), TestPem.PublicKey(0))).Code);
        Assert.Equal("MalformedCertificate", (await UploadAsync(TestPem.Certificate(0), TestPem.PrivateKey(0), "x")).Code);
        Assert.Empty((await account.Root.Iam.CallAsync("ListServerCertificates", new { PathPrefix = "/refused/" })).List("ServerCertificateMetadataList"));

        Task<SdkError> UploadAsync(string body, string key, string? chain = null) => account.Root.Iam.FailAsync(
            "UploadServerCertificate",
            new Dictionary<string, object>(
                new Dictionary<string, object?> { ["CertificateChain"] = chain }.Where(pair => pair.Value is not null)!.ToDictionary(pair => pair.Key, pair => pair.Value!))
            {
                ["ServerCertificateName"] = "refused", ["Path"] = "/refused/", ["CertificateBody"] = body, ["PrivateKey"] = key,
            });
    }

    [Fact, Covers("iam", "UploadServerCertificate", Aspect.Refuses)]
    public async Task Refuses_a_name_that_is_taken_in_another_case()
    {
        await account.Root.Iam.CallAsync(
            "UploadServerCertificate", new { ServerCertificateName = "Taken", CertificateBody = TestPem.Certificate(0), PrivateKey = TestPem.PrivateKey(0) });
        Assert.Equal(
            new SdkError("EntityAlreadyExists", 409, "The Server Certificate with name taken already exists."),
            await account.Root.Iam.FailAsync(
                "UploadServerCertificate",
                new { ServerCertificateName = "taken", CertificateBody = TestPem.Certificate(0), PrivateKey = TestPem.PrivateKey(0) }));
        await account.Root.Iam.CallAsync("DeleteServerCertificate", new { ServerCertificateName = "taken" });
    }

    [Fact, Covers("iam", "UploadServerCertificate", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(
            account.Denied("eve", "iam:UploadServerCertificate", account.Arn("server-certificate/site2")),
            await eve.Iam.FailAsync(
                "UploadServerCertificate",
                new { ServerCertificateName = "site2", CertificateBody = TestPem.Certificate(0), PrivateKey = TestPem.PrivateKey(0) }));
    }
}
