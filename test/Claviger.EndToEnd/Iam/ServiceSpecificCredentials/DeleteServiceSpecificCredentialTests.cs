namespace Claviger.EndToEnd;

public sealed class DeleteServiceSpecificCredentialTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "DeleteServiceSpecificCredential", Aspect.Works)]
    public async Task Deletes_a_credential()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "works" });
        var made = await account.Root.Iam.CallAsync("CreateServiceSpecificCredential", new { UserName = "works", ServiceName = "codecommit.amazonaws.com" });
        var id = made["ServiceSpecificCredential.ServiceSpecificCredentialId"];
        await account.Root.Iam.CallAsync("DeleteServiceSpecificCredential", new { UserName = "works", ServiceSpecificCredentialId = id });
        await account.Root.Iam.CallAsync("DeleteUser", new { UserName = "works" });
    }

    [Fact, Covers("iam", "DeleteServiceSpecificCredential", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "bare" });
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "No such credential ACCA0000000000000000 exists"),
            await account.Root.Iam.FailAsync("DeleteServiceSpecificCredential", new { UserName = "bare", ServiceSpecificCredentialId = "ACCA0000000000000000" }));
    }

    [Fact, Covers("iam", "DeleteServiceSpecificCredential", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(account.Denied("eve", "iam:DeleteServiceSpecificCredential", "user eve"), await eve.Iam.FailAsync("DeleteServiceSpecificCredential", new { ServiceSpecificCredentialId = "ACCA0000000000000000" }));
    }
}
