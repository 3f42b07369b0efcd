namespace Claviger.EndToEnd;

public sealed class CreateAccessKeyTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "CreateAccessKey", Aspect.Works)]
    public async Task Makes_a_key_that_signs_for_its_user()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "Keyed" });
        var key = await account.Root.Iam.CallAsync("CreateAccessKey", new { UserName = "keyed" });
        Assert.Equal("Keyed", key["AccessKey.UserName"]);
        Assert.Equal("Active", key["AccessKey.Status"]);
        Assert.Matches("^AKIA[A-Z2-7]{16}$", key["AccessKey.AccessKeyId"]);
        Assert.Matches("^[A-Za-z0-9/+]{40}$", key["AccessKey.SecretAccessKey"]);
        var caller = account.As(new AwsCredentials(key["AccessKey.AccessKeyId"]!, key["AccessKey.SecretAccessKey"]!));
        Assert.Equal(account.Arn("user/Keyed"), (await caller.Sts.CallAsync("GetCallerIdentity"))["Arn"]);
    }

    [Fact, Covers("iam", "CreateAccessKey", Aspect.Works)]
    public async Task Makes_a_key_of_the_callers_own_where_no_user_is_named()
    {
        var self = await account.NewUserAsync("self", TestAccount.Allow("iam:CreateAccessKey"));
        Assert.Equal("self", (await self.Iam.CallAsync("CreateAccessKey"))["AccessKey.UserName"]);
    }

    [Fact, Covers("iam", "CreateAccessKey", Aspect.Works)]
    public async Task Makes_a_key_of_the_root_users_own()
    {
        var key = await account.Root.Iam.CallAsync("CreateAccessKey");
        var again = account.As(new AwsCredentials(key["AccessKey.AccessKeyId"]!, key["AccessKey.SecretAccessKey"]!));
        Assert.Equal(account.Arn("root"), (await again.Sts.CallAsync("GetCallerIdentity"))["Arn"]);
        await again.Iam.CallAsync("DeleteAccessKey", new { AccessKeyId = key["AccessKey.AccessKeyId"] });
    }

    [Fact, Covers("iam", "CreateAccessKey", Aspect.Refuses)]
    public async Task Refuses_a_third_key()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "two" });
        await account.Root.Iam.CallAsync("CreateAccessKey", new { UserName = "two" });
        await account.Root.Iam.CallAsync("CreateAccessKey", new { UserName = "two" });
        Assert.Equal(
            new SdkError("LimitExceeded", 409, "Cannot exceed quota for AccessKeysPerUser: 2"),
            await account.Root.Iam.FailAsync("CreateAccessKey", new { UserName = "two" }));
    }

    [Fact, Covers("iam", "CreateAccessKey", Aspect.Refuses)]
    public async Task Makes_two_keys_for_eight_who_ask_at_once()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "rushed" });
        var calls = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => account.Root.Iam.TryAsync("CreateAccessKey", new { UserName = "rushed" })));
        Assert.Equal(2, calls.Count(call => call.Error is null));
        Assert.Equal(2, (await account.Root.Iam.CallAsync("ListAccessKeys", new { UserName = "rushed" })).List("AccessKeyMetadata").Count);
    }

    [Fact, Covers("iam", "CreateAccessKey", Aspect.Refuses)]
    public async Task Refuses_a_name_that_nobody_has() => Assert.Equal(
        new SdkError("NoSuchEntity", 404, "The user with name nobody cannot be found."),
        await account.Root.Iam.FailAsync("CreateAccessKey", new { UserName = "nobody" }));

    [Fact, Covers("iam", "CreateAccessKey", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "target" });
        var tess = await account.NewUserAsync("tess");
        Assert.Equal(
            account.Denied("tess", "iam:CreateAccessKey", "user target"), await tess.Iam.FailAsync("CreateAccessKey", new { UserName = "target" }));
        Assert.Equal(account.Denied("tess", "iam:CreateAccessKey", "user tess"), await tess.Iam.FailAsync("CreateAccessKey"));
        Assert.Empty((await account.Root.Iam.CallAsync("ListAccessKeys", new { UserName = "target" })).List("AccessKeyMetadata"));
    }

    [Fact, Covers("iam", "CreateAccessKey", Aspect.Denies)]
    public async Task Lets_users_manage_keys_of_their_own_alone()
    {
        var own = await account.NewUserAsync("own", TestAccount.AllowOn(account.Arn("user/${aws:username}"), "iam:*AccessKey*"));
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "neighbour" });
        var key = await own.Iam.CallAsync("CreateAccessKey", new { UserName = "own" });
        await own.Iam.CallAsync("GetAccessKeyLastUsed", new { AccessKeyId = key["AccessKey.AccessKeyId"] });
        await own.Iam.CallAsync("DeleteAccessKey", new { AccessKeyId = key["AccessKey.AccessKeyId"] });
        Assert.Equal(
            account.Denied("own", "iam:CreateAccessKey", "user neighbour"), await own.Iam.FailAsync("CreateAccessKey", new { UserName = "neighbour" }));
    }
}
