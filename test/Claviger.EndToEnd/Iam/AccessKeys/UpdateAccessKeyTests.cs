namespace Claviger.EndToEnd;

public sealed class UpdateAccessKeyTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "UpdateAccessKey", Aspect.Works)]
    public async Task Switches_a_key_off_and_on()
    {
        var user = await account.NewUserAsync("switched");
        var id = user.Credentials!.AccessKeyId;
        await account.Root.Iam.CallAsync("UpdateAccessKey", new { UserName = "switched", AccessKeyId = id, Status = "Inactive" });
        Assert.Equal(["Inactive"], (await account.Root.Iam.CallAsync("ListAccessKeys", new { UserName = "switched" })).Texts("AccessKeyMetadata", "Status"));
        Assert.Equal("InvalidClientTokenId", (await user.Sts.FailAsync("GetCallerIdentity")).Code);
        await account.Root.Iam.CallAsync("UpdateAccessKey", new { UserName = "switched", AccessKeyId = id, Status = "Active" });
        await user.Sts.CallAsync("GetCallerIdentity");
    }

    [Fact, Covers("iam", "UpdateAccessKey", Aspect.Refuses)]
    public async Task Refuses_a_key_that_is_not_the_users()
    {
        var owner = await account.NewUserAsync("owner");
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "other" });
        var id = owner.Credentials!.AccessKeyId;
        var error = new SdkError("NoSuchEntity", 404, $"The Access Key with id {id} cannot be found.");
        Assert.Equal(error, await account.Root.Iam.FailAsync("UpdateAccessKey", new { UserName = "other", AccessKeyId = id, Status = "Inactive" }));
        Assert.Equal(error, await account.Root.Iam.FailAsync("UpdateAccessKey", new { AccessKeyId = id, Status = "Inactive" }));
        await owner.Sts.CallAsync("GetCallerIdentity");
    }

    [Theory, Covers("iam", "UpdateAccessKey", Aspect.Refuses)]
    [InlineData("Expired", "InvalidInput", "The status can't be set to Expired.")]
    [InlineData(
        "Off",
        "ValidationError",
        "1 validation error detected: Value at 'status' failed to satisfy constraint: Member must satisfy enum value set: [Active, Inactive, Expired]")]
    public async Task Refuses_other_states(string status, string code, string message) => Assert.Equal(
        new SdkError(code, 400, message),
        await account.Root.Iam.FailAsync("UpdateAccessKey", new { AccessKeyId = account.Root.Credentials!.AccessKeyId, Status = status }));

    [Fact, Covers("iam", "UpdateAccessKey", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var vic = await account.NewUserAsync("vic");
        Assert.Equal(
            account.Denied("vic", "iam:UpdateAccessKey", "user vic"),
            await vic.Iam.FailAsync("UpdateAccessKey", new { vic.Credentials!.AccessKeyId, Status = "Inactive" }));
        await vic.Sts.CallAsync("GetCallerIdentity");
    }
}
