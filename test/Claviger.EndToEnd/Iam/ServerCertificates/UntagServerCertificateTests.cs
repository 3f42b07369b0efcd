namespace Claviger.EndToEnd;

public sealed class UntagServerCertificateTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "UntagServerCertificate", Aspect.Works)]
    public async Task Takes_off_keys_and_passes_over_others()
    {
        await account.Root.Iam.CallAsync("UploadServerCertificate", new
        {
            ServerCertificateName = "works", Path = "/x/", CertificateBody = TestPem.Certificate(0), PrivateKey = TestPem.PrivateKey(0),
        });
        await account.Root.Iam.CallAsync("TagServerCertificate", new { ServerCertificateName = "works", Tags = new[] { new { Key = "team", Value = "red" } } });
        await account.Root.Iam.CallAsync("UntagServerCertificate", new { ServerCertificateName = "works", TagKeys = new[] { "TEAM", "none" } });
        Assert.Empty((await account.Root.Iam.CallAsync("ListServerCertificateTags", new { ServerCertificateName = "works" })).List("Tags"));
    }

    [Fact, Covers("iam", "UntagServerCertificate", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The Server Certificate with name none cannot be found."),
            await account.Root.Iam.FailAsync("UntagServerCertificate", new { ServerCertificateName = "none", TagKeys = new[] { "a" } }));
    }

    [Fact, Covers("iam", "UntagServerCertificate", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(account.Denied("eve", "iam:UntagServerCertificate", "server certificate none"), await eve.Iam.FailAsync("UntagServerCertificate", new { ServerCertificateName = "none", TagKeys = new[] { "a" } }));
    }
}
