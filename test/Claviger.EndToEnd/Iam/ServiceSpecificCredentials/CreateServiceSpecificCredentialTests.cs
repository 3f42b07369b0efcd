namespace Claviger.EndToEnd;

public sealed class CreateServiceSpecificCredentialTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "CreateServiceSpecificCredential", Aspect.Works)]
    public async Task Makes_a_user_name_and_password_for_a_service()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "works" });
        var first = await CreateAsync();
        Assert.Equal($"works-at-{account.Id}", first["ServiceSpecificCredential.ServiceUserName"]);
        Assert.Matches("^[A-Za-z0-9/+]{42}=$", first["ServiceSpecificCredential.ServicePassword"]);
        Assert.Matches("^ACCA[A-Z2-7]{17}$", first["ServiceSpecificCredential.ServiceSpecificCredentialId"]);
        Assert.Equal($"works+1-at-{account.Id}", (await CreateAsync())["ServiceSpecificCredential.ServiceUserName"]);
        Assert.Equal(
            new SdkError("DeleteConflict", 409, "Cannot delete entity, must delete service specific credentials first."),
            await account.Root.Iam.FailAsync("DeleteUser", new { UserName = "works" }));

        Task<SdkAnswer> CreateAsync() => account.Root.Iam.CallAsync(
            "CreateServiceSpecificCredential", new { UserName = "works", ServiceName = "codecommit.amazonaws.com" });
    }

    [Fact, Covers("iam", "CreateServiceSpecificCredential", Aspect.Works)]
    public async Task Makes_a_key_that_ends_by_itself_for_a_service_that_takes_keys()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "keyed" });
        var made = await account.Root.JavaScriptIam.CallAsync(
            "CreateServiceSpecificCredential", new { UserName = "keyed", ServiceName = "bedrock.amazonaws.com", CredentialAgeDays = 30 });
        Assert.Equal($"keyed-at-{account.Id}", made["ServiceSpecificCredential.ServiceCredentialAlias"]);
        Assert.StartsWith("ABSK", made["ServiceSpecificCredential.ServiceCredentialSecret"], StringComparison.Ordinal);
        Assert.Null(made["ServiceSpecificCredential.ServicePassword"]);
        Assert.NotNull(made["ServiceSpecificCredential.ExpirationDate"]);
    }

    [Fact, Covers("iam", "CreateServiceSpecificCredential", Aspect.Refuses)]
    public async Task Refuses_a_third_one_and_services_that_take_none()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "full" });
        await account.Root.Iam.CallAsync("CreateServiceSpecificCredential", new { UserName = "full", ServiceName = "cassandra.amazonaws.com" });
        await account.Root.Iam.CallAsync("CreateServiceSpecificCredential", new { UserName = "full", ServiceName = "cassandra.amazonaws.com" });
        Assert.Equal(
            new SdkError("LimitExceeded", 409, "Cannot exceed quota for ServiceSpecificCredentialsPerUser: 2"),
            await account.Root.Iam.FailAsync("CreateServiceSpecificCredential", new { UserName = "full", ServiceName = "cassandra.amazonaws.com" }));
        Assert.Equal(
            ("NotSupportedService", 404),
            Short(await account.Root.Iam.FailAsync("CreateServiceSpecificCredential", new { UserName = "full", ServiceName = "s3.amazonaws.com" })));

        static (string, int) Short(SdkError error) => (error.Code, error.Status);
    }

    [Fact, Covers("iam", "CreateServiceSpecificCredential", Aspect.Denies)]
    public async Task Is_denied_without_permission_and_for_another_service_than_a_condition_names()
    {
        var eve = await account.NewUserAsync("eve");
        var parameters = new { UserName = "eve", ServiceName = "codecommit.amazonaws.com" };
        Assert.Equal(
            account.Denied("eve", "iam:CreateServiceSpecificCredential", "user eve"), await eve.Iam.FailAsync("CreateServiceSpecificCredential", parameters));
        await account.Root.Iam.CallAsync("PutUserPolicy", new
        {
            UserName = "eve",
            PolicyName = "inline",
            PolicyDocument = TestEntities.AllowIf(
                "StringEquals", "iam:ServiceSpecificCredentialServiceName", "cassandra.amazonaws.com", "iam:*ServiceSpecificCredential"),
        });
        Assert.Equal("AccessDenied", (await eve.Iam.FailAsync("CreateServiceSpecificCredential", parameters)).Code);
        var made = await eve.Iam.CallAsync("CreateServiceSpecificCredential", new { UserName = "eve", ServiceName = "cassandra.amazonaws.com" });
        await eve.Iam.CallAsync("ResetServiceSpecificCredential", new { ServiceSpecificCredentialId = made["ServiceSpecificCredential.ServiceSpecificCredentialId"] });
    }
}
