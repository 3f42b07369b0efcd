namespace Claviger.EndToEnd;

public sealed class ListSSHPublicKeysTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ListSSHPublicKeys", Aspect.Works)]
    public async Task Lists_keys_in_pages_without_the_keys()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "works" });
        var ids = new List<string?>();
        foreach (var number in new[] { 0, 1 })
        {
            ids.Add((await account.Root.Iam.CallAsync("UploadSSHPublicKey", new { UserName = "works", SSHPublicKeyBody = TestPem.SshKey(number) }))["SSHPublicKey.SSHPublicKeyId"]);
        }

        var first = await account.Root.Iam.CallAsync("ListSSHPublicKeys", new { UserName = "works", MaxItems = 1 });
        var second = await account.Root.Iam.CallAsync("ListSSHPublicKeys", new { UserName = "works", MaxItems = 1, Marker = first["Marker"] });
        Assert.Equal(ids.Order(), first.Texts("SSHPublicKeys", "SSHPublicKeyId").Concat(second.Texts("SSHPublicKeys", "SSHPublicKeyId")).Order());
        Assert.Null(first.List("SSHPublicKeys")[0]["SSHPublicKeyBody"]);
    }

    [Fact, Covers("iam", "ListSSHPublicKeys", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The user with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("ListSSHPublicKeys", new { UserName = "nobody" }));
    }

    [Fact, Covers("iam", "ListSSHPublicKeys", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(account.Denied("eve", "iam:ListSSHPublicKeys", "user eve"), await eve.Iam.FailAsync("ListSSHPublicKeys", new { }));
    }
}
