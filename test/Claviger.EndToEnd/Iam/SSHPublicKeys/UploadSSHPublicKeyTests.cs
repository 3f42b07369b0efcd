using System.Security.Cryptography;

namespace Claviger.EndToEnd;

public sealed class UploadSSHPublicKeyTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "UploadSSHPublicKey", Aspect.Works)]
    public async Task Keeps_a_key_with_the_fingerprint_that_OpenSSH_gives_it()
    {
        const string Key = "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQDKoKVHTHZDKyKxhTjERJOBvPFg6BsLpWNdASxPMxCXS5XAtLwqqRTMdbGMKG5lpKJsaVGZYQcpFBNYnSFmJlvdXnDxCJbG5dmwAYUt4mHLw98xs4kHNqVYCANGzeiMNnkYz1Yk6Mqcsd8AcmmyvZbXcK45xb5fTCcuGq4zVzmVJoqPXqXcrjUBgUMnyZyXFt4c0aXpTDJ1TjmNKF8sMzGBSG6tKyZ0pOOHx5vl/5dmqE0AhXHm0J0gzFQ6YoGhJnOLyEmmmtvSVT8iEvZL2t4C8CDEzQ3S+GVgnqAq5tGt3/CDnGqh6yLCvVIwYYTQOmhC4fAbCTDqU6VMyHrTNRqj";
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "works" });
        var made = await account.Root.Iam.CallAsync("UploadSSHPublicKey", new { UserName = "works", SSHPublicKeyBody = Key + " me@example" });
        Assert.Matches("^APKA[A-Z2-7]{17}$", made["SSHPublicKey.SSHPublicKeyId"]);
        Assert.Equal(("works", "Active", Key + " me@example"), (made["SSHPublicKey.UserName"], made["SSHPublicKey.Status"], made["SSHPublicKey.SSHPublicKeyBody"]));
        var blob = Convert.FromBase64String(Key.Split(' ')[1]);
        Assert.Equal(Md5Of(blob), made["SSHPublicKey.Fingerprint"]);
        Assert.Equal(
            new SdkError("DeleteConflict", 409, "Cannot delete entity, must delete SSH public keys first."),
            await account.Root.Iam.FailAsync("DeleteUser", new { UserName = "works" }));
    }

    [Theory, Covers("iam", "UploadSSHPublicKey", Aspect.Refuses)]
    [InlineData("nonsense")]
    [InlineData("ssh-rsa AAAA")]
    [InlineData("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGy1pPpZ8ph0lbtFg0Pgq4K1m4Kz1j6Cq2m3vXoVnS0y")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----")]
    public async Task Refuses_what_is_not_an_RSA_key(string body)
    {
        var error = await account.Root.Iam.FailAsync("UploadSSHPublicKey", new { UserName = "nobody", SSHPublicKeyBody = body });
        Assert.Equal(("InvalidPublicKey", 400), (error.Code, error.Status));
    }

    [Fact, Covers("iam", "UploadSSHPublicKey", Aspect.Refuses)]
    public async Task Refuses_a_short_key_one_that_is_there_a_sixth_and_a_user_that_is_not()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "full" });
        using var weak = RSA.Create(1024);
        Assert.Equal("InvalidPublicKey", (await UploadAsync(TestPem.SshKey(weak))).Code);
        foreach (var number in Enumerable.Range(0, 5))
        {
            await account.Root.Iam.CallAsync("UploadSSHPublicKey", new { UserName = "full", SSHPublicKeyBody = TestPem.SshKey(number) });
        }

        Assert.Equal("DuplicateSSHPublicKey", (await UploadAsync(TestPem.PublicKey(0))).Code);
        Assert.Equal(new SdkError("LimitExceeded", 409, "Cannot exceed quota for SSHPublicKeysPerUser: 5"), await UploadAsync(TestPem.SshKey(5)));
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The user with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("UploadSSHPublicKey", new { UserName = "nobody", SSHPublicKeyBody = TestPem.SshKey(0) }));

        Task<SdkError> UploadAsync(string body) => account.Root.Iam.FailAsync("UploadSSHPublicKey", new { UserName = "full", SSHPublicKeyBody = body });
    }

    [Fact, Covers("iam", "UploadSSHPublicKey", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(
            account.Denied("eve", "iam:UploadSSHPublicKey", "user eve"),
            await eve.Iam.FailAsync("UploadSSHPublicKey", new { UserName = "eve", SSHPublicKeyBody = TestPem.SshKey(0) }));
        Assert.Empty((await account.Root.Iam.CallAsync("ListSSHPublicKeys", new { UserName = "eve" })).List("SSHPublicKeys"));
    }

    private static string Md5Of(byte[] blob)
    {
#pragma warning disable CA5351 // the form that AWS gives fingerprints in
        var hash = MD5.HashData(blob);
#pragma warning restore CA5351
        return string.Join(':', Convert.ToHexStringLower(hash).Chunk(2).Select(pair => new string(pair)));
    }
}
