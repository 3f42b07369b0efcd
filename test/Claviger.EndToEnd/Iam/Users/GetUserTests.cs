namespace Claviger.EndToEnd;

public sealed class GetUserTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "GetUser", Aspect.Works)]
    public async Task Shows_a_user_by_its_name_in_any_case()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "Eve" });
        Assert.Equal("Eve", (await account.Root.Iam.CallAsync("GetUser", new { UserName = "EVE" }))["User.UserName"]);
    }

    [Fact, Covers("iam", "GetUser", Aspect.Works)]
    public async Task Shows_the_caller_where_no_name_is_given()
    {
        var self = await account.NewUserAsync("self", TestAccount.Allow("iam:GetUser"));
        Assert.Equal(account.Arn("user/self"), (await self.Iam.CallAsync("GetUser"))["User.Arn"]);
    }

    [Fact, Covers("iam", "GetUser", Aspect.Works)]
    public async Task Shows_the_root_user_to_itself()
    {
        var root = await account.Root.Iam.CallAsync("GetUser");
        Assert.Equal(account.Arn("root"), root["User.Arn"]);
        Assert.Equal(account.Id, root["User.UserId"]);
    }

    [Fact, Covers("iam", "GetUser", Aspect.Refuses)]
    public async Task Refuses_a_name_that_nobody_has() => Assert.Equal(
        new SdkError("NoSuchEntity", 404, "The user with name nobody cannot be found."),
        await account.Root.Iam.FailAsync("GetUser", new { UserName = "nobody" }));

    [Fact, Covers("iam", "GetUser", Aspect.Denies)]
    public async Task Tells_who_may_not_ask_nothing_of_who_exists()
    {
        var mallory = await account.NewUserAsync("mallory");
        foreach (var name in new[] { "mallory", "absent" })
        {
            Assert.Equal(account.Denied("mallory", "iam:GetUser", $"user {name}"), await mallory.Iam.FailAsync("GetUser", new { UserName = name }));
        }
    }
}
