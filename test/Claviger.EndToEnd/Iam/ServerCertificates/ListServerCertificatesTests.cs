namespace Claviger.EndToEnd;

public sealed class ListServerCertificatesTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ListServerCertificates", Aspect.Works)]
    public async Task Lists_certificates_of_a_path_by_name_in_pages()
    {
        foreach (var name in new[] { "c", "B", "a" })
        {
            await account.Root.Iam.CallAsync("UploadServerCertificate", new
            {
                ServerCertificateName = name, Path = name == "c" ? "/" : "/p/", CertificateBody = TestPem.Certificate(0), PrivateKey = TestPem.PrivateKey(0),
            });
        }

        var first = await account.Root.Iam.CallAsync("ListServerCertificates", new { MaxItems = 2 });
        Assert.Equal(["a", "B"], first.Texts("ServerCertificateMetadataList", "ServerCertificateName"));
        var second = await account.Root.Iam.CallAsync("ListServerCertificates", new { MaxItems = 2, Marker = first["Marker"] });
        Assert.Equal(["c"], second.Texts("ServerCertificateMetadataList", "ServerCertificateName"));
        var under = await account.Root.Iam.CallAsync("ListServerCertificates", new { PathPrefix = "/p/" });
        Assert.Equal(["a", "B"], under.Texts("ServerCertificateMetadataList", "ServerCertificateName"));
    }

    [Fact, Covers("iam", "ListServerCertificates", Aspect.Refuses)]
    public async Task Refuses_a_marker_of_another_list() =>
        Assert.Equal("ValidationError", (await account.Root.Iam.FailAsync("ListServerCertificates", new { Marker = "AAAAAAAAAAAAAAAAAAAAAAAA" })).Code);

    [Fact, Covers("iam", "ListServerCertificates", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(account.Denied("eve", "iam:ListServerCertificates", "*"), await eve.Iam.FailAsync("ListServerCertificates"));
    }
}
