namespace Claviger.EndToEnd;

public sealed class GetSSHPublicKeyTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "GetSSHPublicKey", Aspect.Works)]
    public async Task Shows_a_key_in_either_form()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "works" });
        var id = (await account.Root.Iam.CallAsync("UploadSSHPublicKey", new { UserName = "works", SSHPublicKeyBody = TestPem.SshKey(0) }))["SSHPublicKey.SSHPublicKeyId"];
        var line = await account.Root.Iam.CallAsync("GetSSHPublicKey", new { UserName = "works", SSHPublicKeyId = id, Encoding = "SSH" });
        Assert.Equal(TestPem.SshKey(0), line["SSHPublicKey.SSHPublicKeyBody"]);
        var pem = await account.Root.Iam.CallAsync("GetSSHPublicKey", new { UserName = "works", SSHPublicKeyId = id, Encoding = "PEM" });
        Assert.Equal(TestPem.PublicKey(0), pem["SSHPublicKey.SSHPublicKeyBody"]);
        id = (await account.Root.Iam.CallAsync("UploadSSHPublicKey", new { UserName = "works", SSHPublicKeyBody = TestPem.PublicKey(1) }))["SSHPublicKey.SSHPublicKeyId"];
        line = await account.Root.Iam.CallAsync("GetSSHPublicKey", new { UserName = "works", SSHPublicKeyId = id, Encoding = "SSH" });
        Assert.Equal(TestPem.SshKey(1), line["SSHPublicKey.SSHPublicKeyBody"]);
    }

    [Fact, Covers("iam", "GetSSHPublicKey", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "bare" });
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The Public Key with id APKA0000000000000000 cannot be found."),
            await account.Root.Iam.FailAsync("GetSSHPublicKey", new { UserName = "bare", SSHPublicKeyId = "APKA0000000000000000", Encoding = "SSH" }));
        Assert.Equal(
            "ValidationError",
            (await account.Root.Iam.FailAsync("GetSSHPublicKey", new { UserName = "bare", SSHPublicKeyId = "APKA0000000000000000", Encoding = "DER" })).Code);
    }

    [Fact, Covers("iam", "GetSSHPublicKey", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(account.Denied("eve", "iam:GetSSHPublicKey", "user eve"), await eve.Iam.FailAsync("GetSSHPublicKey", new { UserName = "eve", SSHPublicKeyId = "APKA0000000000000000", Encoding = "SSH" }));
    }
}
