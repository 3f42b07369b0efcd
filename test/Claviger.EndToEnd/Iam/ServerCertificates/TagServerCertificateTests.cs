namespace Claviger.EndToEnd;

public sealed class TagServerCertificateTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "TagServerCertificate", Aspect.Works)]
    public async Task Puts_a_tag_over_the_one_with_the_same_key()
    {
        await account.Root.Iam.CallAsync("UploadServerCertificate", new
        {
            ServerCertificateName = "works", Path = "/x/", CertificateBody = TestPem.Certificate(0), PrivateKey = TestPem.PrivateKey(0),
        });
        await account.Root.Iam.CallAsync("TagServerCertificate", new { ServerCertificateName = "works", Tags = new[] { new { Key = "Team", Value = "red" } } });
        await account.Root.Iam.CallAsync("TagServerCertificate", new { ServerCertificateName = "works", Tags = new[] { new { Key = "team", Value = "blue" } } });
        var shown = await account.Root.Iam.CallAsync("GetServerCertificate", new { ServerCertificateName = "works" });
        Assert.Equal(["blue"], shown.Texts("ServerCertificate.Tags", "Value"));
    }

    [Fact, Covers("iam", "TagServerCertificate", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The Server Certificate with name none cannot be found."),
            await account.Root.Iam.FailAsync("TagServerCertificate", new { ServerCertificateName = "none", Tags = new[] { new { Key = "a", Value = "1" } } }));
    }

    [Fact, Covers("iam", "TagServerCertificate", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(account.Denied("eve", "iam:TagServerCertificate", "server certificate none"), await eve.Iam.FailAsync("TagServerCertificate", new { ServerCertificateName = "none", Tags = new[] { new { Key = "a", Value = "1" } } }));
    }
}
