namespace Claviger.EndToEnd;

public sealed class UntagUserTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "UntagUser", Aspect.Works)]
    public async Task Takes_tags_off_by_key_in_any_case()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "tagged", Tags = new[] { Tag("Team"), Tag("cost") } });
        await account.Root.Iam.CallAsync("UntagUser", new { UserName = "tagged", TagKeys = new[] { "TEAM", "absent" } });
        Assert.Equal(["cost"], (await account.Root.Iam.CallAsync("ListUserTags", new { UserName = "tagged" })).Texts("Tags", "Key"));
    }

    [Fact, Covers("iam", "UntagUser", Aspect.Refuses)]
    public async Task Refuses_a_name_that_nobody_has() => Assert.Equal(
        new SdkError("NoSuchEntity", 404, "The user with name nobody cannot be found."),
        await account.Root.Iam.FailAsync("UntagUser", new { UserName = "nobody", TagKeys = new[] { "a" } }));

    [Fact, Covers("iam", "UntagUser", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var judy = await account.NewUserAsync("judy");
        await account.Root.Iam.CallAsync("TagUser", new { UserName = "judy", Tags = new[] { Tag("level") } });
        Assert.Equal(
            account.Denied("judy", "iam:UntagUser", "user judy"),
            await judy.Iam.FailAsync("UntagUser", new { UserName = "judy", TagKeys = new[] { "level" } }));
        Assert.Equal(["level"], (await account.Root.Iam.CallAsync("ListUserTags", new { UserName = "judy" })).Texts("Tags", "Key"));
    }

    [Fact, Covers("iam", "UntagUser", Aspect.Denies)]
    public async Task Lets_a_policy_go_by_the_keys_of_the_request()
    {
        const string policy =
            """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:UntagUser","Resource":"*","Condition":{"ForAllValues:StringEquals":{"aws:TagKeys":"cost"}}}}""";
        var kay = await account.NewUserAsync("kay", policy);
        await kay.Iam.CallAsync("UntagUser", new { UserName = "kay", TagKeys = new[] { "cost" } });
        Assert.Equal(
            account.Denied("kay", "iam:UntagUser", "user kay"),
            await kay.Iam.FailAsync("UntagUser", new { UserName = "kay", TagKeys = new[] { "cost", "level" } }));
    }

    private static object Tag(string key) => new { Key = key, Value = "1" };
}
