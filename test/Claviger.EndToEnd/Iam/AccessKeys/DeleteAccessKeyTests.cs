namespace Claviger.EndToEnd;

public sealed class DeleteAccessKeyTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "DeleteAccessKey", Aspect.Works)]
    public async Task Deletes_a_key_that_signs_nothing_from_then_on()
    {
        var user = await account.NewUserAsync("cut");
        await user.Sts.CallAsync("GetCallerIdentity");
        await account.Root.Iam.CallAsync("DeleteAccessKey", new { UserName = "cut", user.Credentials!.AccessKeyId });
        Assert.Equal(("InvalidClientTokenId", 403), await CodeOf(user.Sts));
        Assert.Empty((await account.Root.Iam.CallAsync("ListAccessKeys", new { UserName = "cut" })).List("AccessKeyMetadata"));
    }

    [Fact, Covers("iam", "DeleteAccessKey", Aspect.Works)]
    public async Task Deletes_the_callers_own_key_where_no_user_is_named()
    {
        var self = await account.NewUserAsync("self", TestAccount.Allow("iam:DeleteAccessKey"));
        await self.Iam.CallAsync("DeleteAccessKey", new { self.Credentials!.AccessKeyId });
        Assert.Equal(("InvalidClientTokenId", 403), await CodeOf(self.Sts));
    }

    [Fact, Covers("iam", "DeleteAccessKey", Aspect.Refuses)]
    public async Task Refuses_a_key_that_is_not_the_users()
    {
        var owner = await account.NewUserAsync("owner");
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "other" });
        var id = owner.Credentials!.AccessKeyId;
        var error = new SdkError("NoSuchEntity", 404, $"The Access Key with id {id} cannot be found.");
        Assert.Equal(error, await account.Root.Iam.FailAsync("DeleteAccessKey", new { UserName = "other", AccessKeyId = id }));
        Assert.Equal(error, await account.Root.Iam.FailAsync("DeleteAccessKey", new { AccessKeyId = id }));
        await owner.Sts.CallAsync("GetCallerIdentity");
    }

    [Fact, Covers("iam", "DeleteAccessKey", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var wes = await account.NewUserAsync("wes");
        Assert.Equal(
            account.Denied("wes", "iam:DeleteAccessKey", "user wes"),
            await wes.Iam.FailAsync("DeleteAccessKey", new { UserName = "wes", wes.Credentials!.AccessKeyId }));
        await wes.Sts.CallAsync("GetCallerIdentity");
    }

    private static async Task<(string Code, int Status)> CodeOf(SdkClient sts)
    {
        var error = await sts.FailAsync("GetCallerIdentity");
        return (error.Code, error.Status);
    }
}
