namespace Claviger.EndToEnd;

public sealed class ListAccessKeysTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ListAccessKeys", Aspect.Works)]
    public async Task Lists_a_users_keys_oldest_first_in_pages_and_without_secrets()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "keyed" });
        Assert.Equal("[]", (await account.Root.Iam.CallAsync("ListAccessKeys", new { UserName = "keyed" }))["AccessKeyMetadata"]);
        var one = (await account.Root.Iam.CallAsync("CreateAccessKey", new { UserName = "keyed" }))["AccessKey.AccessKeyId"];
        await Task.Delay(5, TestContext.Current.CancellationToken);
        var two = (await account.Root.Iam.CallAsync("CreateAccessKey", new { UserName = "keyed" }))["AccessKey.AccessKeyId"];
        var first = await account.Root.Iam.CallAsync("ListAccessKeys", new { UserName = "keyed", MaxItems = 1 });
        var second = await account.Root.Iam.CallAsync("ListAccessKeys", new { UserName = "keyed", MaxItems = 1, Marker = first["Marker"] });
        Assert.Equal([one], first.Texts("AccessKeyMetadata", "AccessKeyId"));
        Assert.Equal([two], second.Texts("AccessKeyMetadata", "AccessKeyId"));
        var key = second.List("AccessKeyMetadata")[0];
        Assert.Equal(("keyed", "Active", null), (key["UserName"], key["Status"], key["SecretAccessKey"]));
    }

    [Fact, Covers("iam", "ListAccessKeys", Aspect.Works)]
    public async Task Lists_the_callers_own_keys_where_no_user_is_named()
    {
        var self = await account.NewUserAsync("self", TestAccount.Allow("iam:ListAccessKeys"));
        Assert.Equal([self.Credentials!.AccessKeyId], (await self.Iam.CallAsync("ListAccessKeys")).Texts("AccessKeyMetadata", "AccessKeyId"));
        var root = (await account.Root.Iam.CallAsync("ListAccessKeys")).List("AccessKeyMetadata");
        Assert.Equal(account.Root.Credentials!.AccessKeyId, Assert.Single(root)["AccessKeyId"]);
    }

    [Fact, Covers("iam", "ListAccessKeys", Aspect.Refuses)]
    public async Task Refuses_a_name_that_nobody_has() => Assert.Equal(
        new SdkError("NoSuchEntity", 404, "The user with name nobody cannot be found."),
        await account.Root.Iam.FailAsync("ListAccessKeys", new { UserName = "nobody" }));

    [Fact, Covers("iam", "ListAccessKeys", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var uma = await account.NewUserAsync("uma");
        Assert.Equal(account.Denied("uma", "iam:ListAccessKeys", "user uma"), await uma.Iam.FailAsync("ListAccessKeys", new { UserName = "uma" }));
    }
}
