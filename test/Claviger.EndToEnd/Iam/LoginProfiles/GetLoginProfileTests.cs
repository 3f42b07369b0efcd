namespace Claviger.EndToEnd;

public sealed class GetLoginProfileTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "GetLoginProfile", Aspect.Works)]
    public async Task Shows_the_callers_own_where_no_user_is_named()
    {
        var self = await account.NewUserAsync("self", TestAccount.Allow("iam:GetLoginProfile"));
        await account.Root.Iam.CallAsync("CreateLoginProfile", new { UserName = "self", Password = "Correct-horse-7" });
        var got = await self.Iam.CallAsync("GetLoginProfile");
        Assert.Equal(("self", "false"), (got["LoginProfile.UserName"], got["LoginProfile.PasswordResetRequired"]));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", got["LoginProfile.CreateDate"]);
    }

    [Fact, Covers("iam", "GetLoginProfile", Aspect.Refuses)]
    public async Task Refuses_a_user_without_one()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "Bare" });
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "Login Profile for User Bare cannot be found."),
            await account.Root.Iam.FailAsync("GetLoginProfile", new { UserName = "Bare" }));
    }

    [Fact, Covers("iam", "GetLoginProfile", Aspect.Refuses)]
    public async Task Asks_a_caller_who_is_no_user_for_a_name() => Assert.Equal(
        new SdkError("ValidationError", 400, "Must specify userName when calling with non-User credentials"),
        await account.Root.Iam.FailAsync("GetLoginProfile"));

    [Fact, Covers("iam", "GetLoginProfile", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var zoe = await account.NewUserAsync("zoe");
        Assert.Equal(account.Denied("zoe", "iam:GetLoginProfile", "user absent"), await zoe.Iam.FailAsync("GetLoginProfile", new { UserName = "absent" }));
    }
}
