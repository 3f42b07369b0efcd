namespace Claviger.EndToEnd;

public sealed class ResetServiceSpecificCredentialTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ResetServiceSpecificCredential", Aspect.Works)]
    public async Task Shows_a_new_password_under_the_same_id()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "works" });
        var made = await account.Root.Iam.CallAsync("CreateServiceSpecificCredential", new { UserName = "works", ServiceName = "codecommit.amazonaws.com" });
        var id = made["ServiceSpecificCredential.ServiceSpecificCredentialId"];
        var reset = await account.Root.Iam.CallAsync("ResetServiceSpecificCredential", new { UserName = "works", ServiceSpecificCredentialId = id });
        Assert.Equal(id, reset["ServiceSpecificCredential.ServiceSpecificCredentialId"]);
        Assert.NotEqual(made["ServiceSpecificCredential.ServicePassword"], reset["ServiceSpecificCredential.ServicePassword"]);
    }

    [Fact, Covers("iam", "ResetServiceSpecificCredential", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "bare" });
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "No such credential ACCA0000000000000000 exists"),
            await account.Root.Iam.FailAsync("ResetServiceSpecificCredential", new { UserName = "bare", ServiceSpecificCredentialId = "ACCA0000000000000000" }));
    }

    [Fact, Covers("iam", "ResetServiceSpecificCredential", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(account.Denied("eve", "iam:ResetServiceSpecificCredential", "user eve"), await eve.Iam.FailAsync("ResetServiceSpecificCredential", new { ServiceSpecificCredentialId = "ACCA0000000000000000" }));
    }
}
