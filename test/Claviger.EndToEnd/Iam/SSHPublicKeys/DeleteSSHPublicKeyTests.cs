namespace Claviger.EndToEnd;

public sealed class DeleteSSHPublicKeyTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "DeleteSSHPublicKey", Aspect.Works)]
    public async Task Deletes_a_key()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "works" });
        var id = (await account.Root.Iam.CallAsync("UploadSSHPublicKey", new { UserName = "works", SSHPublicKeyBody = TestPem.SshKey(0) }))["SSHPublicKey.SSHPublicKeyId"];
        await account.Root.Iam.CallAsync("DeleteSSHPublicKey", new { UserName = "works", SSHPublicKeyId = id });
        Assert.Empty((await account.Root.Iam.CallAsync("ListSSHPublicKeys", new { UserName = "works" })).List("SSHPublicKeys"));
    }

    [Fact, Covers("iam", "DeleteSSHPublicKey", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "bare" });
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "other" });
        var id = (await account.Root.Iam.CallAsync("UploadSSHPublicKey", new { UserName = "other", SSHPublicKeyBody = TestPem.SshKey(0) }))["SSHPublicKey.SSHPublicKeyId"];
        Assert.Equal("NoSuchEntity", (await account.Root.Iam.FailAsync("DeleteSSHPublicKey", new { UserName = "bare", SSHPublicKeyId = id })).Code);
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The Public Key with id APKA0000000000000000 cannot be found."),
            await account.Root.Iam.FailAsync("DeleteSSHPublicKey", new { UserName = "bare", SSHPublicKeyId = "APKA0000000000000000" }));
    }

    [Fact, Covers("iam", "DeleteSSHPublicKey", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(account.Denied("eve", "iam:DeleteSSHPublicKey", "user eve"), await eve.Iam.FailAsync("DeleteSSHPublicKey", new { UserName = "eve", SSHPublicKeyId = "APKA0000000000000000" }));
    }
}
