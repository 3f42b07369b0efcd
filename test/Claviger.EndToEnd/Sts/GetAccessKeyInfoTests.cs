namespace Claviger.EndToEnd;

public sealed class GetAccessKeyInfoTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("sts", "GetAccessKeyInfo", Aspect.Works)]
    public async Task Tells_the_account_of_long_term_and_temporary_keys()
    {
        var user = await account.NewUserAsync("keys");
        var temporary = await user.Sts.CallAsync("GetSessionToken");
        foreach (var id in new[] { user.Credentials!.AccessKeyId, temporary["Credentials.AccessKeyId"], account.Root.Credentials!.AccessKeyId })
        {
            Assert.Equal(account.Id, (await account.Root.Sts.CallAsync("GetAccessKeyInfo", new { AccessKeyId = id }))["Account"]);
        }
    }

    [Fact, Covers("sts", "GetAccessKeyInfo", Aspect.Refuses)]
    public async Task Refuses_what_is_no_key()
    {
        Assert.Equal("ValidationError", (await account.Root.Sts.FailAsync("GetAccessKeyInfo", new { AccessKeyId = "short" })).Code);
        Assert.Equal(
            new SdkError("ValidationError", 400, "1 validation error detected: Value null at 'accessKeyId' failed to satisfy constraint: Member must not be null"),
            await account.Root.Sts.FailAsync("GetAccessKeyInfo"));
    }

    [Fact, Covers("sts", "GetAccessKeyInfo", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(
            account.Denied("eve", "sts:GetAccessKeyInfo", "*"),
            await eve.Sts.FailAsync("GetAccessKeyInfo", new { AccessKeyId = account.Root.Credentials!.AccessKeyId }));
    }
}
