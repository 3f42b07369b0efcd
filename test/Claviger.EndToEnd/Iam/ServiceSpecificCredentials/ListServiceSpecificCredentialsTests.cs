namespace Claviger.EndToEnd;

public sealed class ListServiceSpecificCredentialsTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ListServiceSpecificCredentials", Aspect.Works)]
    public async Task Lists_credentials_without_passwords()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "works" });
        var made = await account.Root.Iam.CallAsync("CreateServiceSpecificCredential", new { UserName = "works", ServiceName = "codecommit.amazonaws.com" });
        var id = made["ServiceSpecificCredential.ServiceSpecificCredentialId"];
        await account.Root.Iam.CallAsync("CreateServiceSpecificCredential", new { UserName = "works", ServiceName = "cassandra.amazonaws.com" });
        var listed = await account.Root.Iam.CallAsync("ListServiceSpecificCredentials", new { UserName = "works" });
        Assert.Equal(2, listed.List("ServiceSpecificCredentials").Count);
        Assert.All(listed.List("ServiceSpecificCredentials"), it => Assert.Null(it["ServicePassword"]));
        listed = await account.Root.Iam.CallAsync("ListServiceSpecificCredentials", new { UserName = "works", ServiceName = "codecommit.amazonaws.com" });
        Assert.Equal([id], listed.Texts("ServiceSpecificCredentials", "ServiceSpecificCredentialId"));
        var all = await account.Root.JavaScriptIam.CallAsync("ListServiceSpecificCredentials", new { AllUsers = true, MaxItems = 1 });
        Assert.Equal("true", all["IsTruncated"]);
        all = await account.Root.JavaScriptIam.CallAsync("ListServiceSpecificCredentials", new { AllUsers = true, Marker = all["Marker"] });
        Assert.Equal(["works"], all.Texts("ServiceSpecificCredentials", "UserName"));
    }

    [Fact, Covers("iam", "ListServiceSpecificCredentials", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The user with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("ListServiceSpecificCredentials", new { UserName = "nobody" }));
        Assert.Equal("NotSupportedService", (await account.Root.Iam.FailAsync("ListServiceSpecificCredentials", new { ServiceName = "s3.amazonaws.com" })).Code);
    }

    [Fact, Covers("iam", "ListServiceSpecificCredentials", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(account.Denied("eve", "iam:ListServiceSpecificCredentials", "user eve"), await eve.Iam.FailAsync("ListServiceSpecificCredentials", new { }));
    }
}
