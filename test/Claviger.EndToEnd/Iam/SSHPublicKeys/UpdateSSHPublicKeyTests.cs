namespace Claviger.EndToEnd;

public sealed class UpdateSSHPublicKeyTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "UpdateSSHPublicKey", Aspect.Works)]
    public async Task Switches_a_key_off_and_on()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "works" });
        var id = (await account.Root.Iam.CallAsync("UploadSSHPublicKey", new { UserName = "works", SSHPublicKeyBody = TestPem.SshKey(0) }))["SSHPublicKey.SSHPublicKeyId"];
        foreach (var status in new[] { "Inactive", "Active" })
        {
            await account.Root.Iam.CallAsync("UpdateSSHPublicKey", new { UserName = "works", SSHPublicKeyId = id, Status = status });
            Assert.Equal([status], (await account.Root.Iam.CallAsync("ListSSHPublicKeys", new { UserName = "works" })).Texts("SSHPublicKeys", "Status"));
        }
    }

    [Fact, Covers("iam", "UpdateSSHPublicKey", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "bare" });
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The Public Key with id APKA0000000000000000 cannot be found."),
            await account.Root.Iam.FailAsync("UpdateSSHPublicKey", new { UserName = "bare", SSHPublicKeyId = "APKA0000000000000000", Status = "Inactive" }));
        Assert.Equal(
            new SdkError("InvalidInput", 400, "The status can't be set to Expired."),
            await account.Root.Iam.FailAsync("UpdateSSHPublicKey", new { UserName = "bare", SSHPublicKeyId = "APKA0000000000000000", Status = "Expired" }));
    }

    [Fact, Covers("iam", "UpdateSSHPublicKey", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(account.Denied("eve", "iam:UpdateSSHPublicKey", "user eve"), await eve.Iam.FailAsync("UpdateSSHPublicKey", new { UserName = "eve", SSHPublicKeyId = "APKA0000000000000000", Status = "Inactive" }));
    }
}
