namespace Claviger.EndToEnd;

public sealed class UpdateServiceSpecificCredentialTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "UpdateServiceSpecificCredential", Aspect.Works)]
    public async Task Switches_a_credential_off()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "works" });
        var made = await account.Root.Iam.CallAsync("CreateServiceSpecificCredential", new { UserName = "works", ServiceName = "codecommit.amazonaws.com" });
        var id = made["ServiceSpecificCredential.ServiceSpecificCredentialId"];
        await account.Root.Iam.CallAsync("UpdateServiceSpecificCredential", new { UserName = "works", ServiceSpecificCredentialId = id, Status = "Inactive" });
        var listed = await account.Root.Iam.CallAsync("ListServiceSpecificCredentials", new { UserName = "works" });
        Assert.Equal(["Inactive"], listed.Texts("ServiceSpecificCredentials", "Status"));
    }

    [Fact, Covers("iam", "UpdateServiceSpecificCredential", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "bare" });
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "No such credential ACCA0000000000000000 exists"),
            await account.Root.Iam.FailAsync("UpdateServiceSpecificCredential", new { UserName = "bare", ServiceSpecificCredentialId = "ACCA0000000000000000", Status = "Active" }));
    }

    [Fact, Covers("iam", "UpdateServiceSpecificCredential", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(account.Denied("eve", "iam:UpdateServiceSpecificCredential", "user eve"), await eve.Iam.FailAsync("UpdateServiceSpecificCredential", new { ServiceSpecificCredentialId = "ACCA0000000000000000", Status = "Active" }));
    }
}
