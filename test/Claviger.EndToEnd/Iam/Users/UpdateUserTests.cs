namespace Claviger.EndToEnd;

public sealed class UpdateUserTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "UpdateUser", Aspect.Works)]
    public async Task Renames_and_moves_a_user_that_stays_itself()
    {
        var made = await account.Root.Iam.CallAsync("CreateUser", new { UserName = "old", Tags = new[] { new { Key = "a", Value = "1" } } });
        await account.Root.Iam.CallAsync("UpdateUser", new { UserName = "old", NewUserName = "New", NewPath = "/moved/" });
        var got = await account.Root.Iam.CallAsync("GetUser", new { UserName = "New" });
        Assert.Equal(account.Arn("user/moved/New"), got["User.Arn"]);
        Assert.Equal(made["User.UserId"], got["User.UserId"]);
        Assert.Equal(made["User.CreateDate"], got["User.CreateDate"]);
        Assert.Equal(["1"], got.Texts("User.Tags", "Value"));
        Assert.Equal("NoSuchEntity", (await account.Root.Iam.FailAsync("GetUser", new { UserName = "old" })).Code);
    }

    [Fact, Covers("iam", "UpdateUser", Aspect.Works)]
    public async Task Changes_the_case_of_a_name()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "case" });
        await account.Root.Iam.CallAsync("UpdateUser", new { UserName = "case", NewUserName = "Case" });
        Assert.Equal("Case", (await account.Root.Iam.CallAsync("GetUser", new { UserName = "case" }))["User.UserName"]);
    }

    [Fact, Covers("iam", "UpdateUser", Aspect.Works)]
    public async Task Keeps_a_renamed_caller_signed_in()
    {
        var caller = await account.NewUserAsync("before");
        await account.Root.Iam.CallAsync("UpdateUser", new { UserName = "before", NewUserName = "after" });
        Assert.Equal(account.Arn("user/after"), (await caller.Sts.CallAsync("GetCallerIdentity"))["Arn"]);
    }

    [Fact, Covers("iam", "UpdateUser", Aspect.Refuses)]
    public async Task Refuses_names_that_are_taken_or_missing()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "one" });
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "two" });
        Assert.Equal(
            new SdkError("EntityAlreadyExists", 409, "User with name TWO already exists."),
            await account.Root.Iam.FailAsync("UpdateUser", new { UserName = "one", NewUserName = "TWO" }));
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The user with name zero cannot be found."),
            await account.Root.Iam.FailAsync("UpdateUser", new { UserName = "zero", NewUserName = "two" }));
    }

    [Fact, Covers("iam", "UpdateUser", Aspect.Denies)]
    public async Task Needs_the_permission_on_the_old_and_on_the_new_name()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "victim", Path = "/low/" });
        var grace = await account.NewUserAsync("grace");
        Assert.Equal(
            account.Denied("grace", "iam:UpdateUser", "user victim"),
            await grace.Iam.FailAsync("UpdateUser", new { UserName = "victim", NewUserName = "won" }));
        var half = await account.NewUserAsync("half", TestAccount.AllowOn(account.Arn("user/low/*"), "iam:UpdateUser"));
        Assert.Equal(
            account.Denied("half", "iam:UpdateUser", account.Arn("user/high/victim")),
            await half.Iam.FailAsync("UpdateUser", new { UserName = "victim", NewPath = "/high/" }));
        Assert.Equal("/low/", (await account.Root.Iam.CallAsync("GetUser", new { UserName = "victim" }))["User.Path"]);
        await half.Iam.CallAsync("UpdateUser", new { UserName = "victim", NewUserName = "renamed" });
    }
}
