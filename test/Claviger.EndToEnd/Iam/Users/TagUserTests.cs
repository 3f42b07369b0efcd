namespace Claviger.EndToEnd;

public sealed class TagUserTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "TagUser", Aspect.Works)]
    public async Task Puts_a_tag_over_the_one_with_the_same_key()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "tagged", Tags = new[] { Tag("Team", "red"), Tag("cost", "1") } });
        await account.Root.Iam.CallAsync("TagUser", new { UserName = "tagged", Tags = new[] { Tag("team", "blue"), Tag("new", "") } });
        var tags = await account.Root.Iam.CallAsync("ListUserTags", new { UserName = "tagged" });
        Assert.Equal(["cost=1", "new=", "team=blue"], tags.List("Tags").Select(tag => $"{tag["Key"]}={tag["Value"]}"));
    }

    [Fact, Covers("iam", "TagUser", Aspect.Refuses)]
    public async Task Refuses_the_fifty_first_tag()
    {
        await account.Root.Iam.CallAsync(
            "CreateUser", new { UserName = "full", Tags = Enumerable.Range(1, 50).Select(number => Tag($"k{number}", "v")).ToArray() });
        var error = await account.Root.Iam.FailAsync("TagUser", new { UserName = "full", Tags = new[] { Tag("k51", "v") } });
        Assert.Equal(("LimitExceeded", 409), (error.Code, error.Status));
        await account.Root.Iam.CallAsync("TagUser", new { UserName = "full", Tags = new[] { Tag("K50", "w") } });
    }

    [Fact, Covers("iam", "TagUser", Aspect.Refuses)]
    public async Task Refuses_a_missing_user_and_keys_of_the_system()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The user with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("TagUser", new { UserName = "nobody", Tags = new[] { Tag("a", "1") } }));
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "plain" });
        var error = await account.Root.Iam.FailAsync("TagUser", new { UserName = "plain", Tags = new[] { Tag("AWS:a", "1") } });
        Assert.Equal(("InvalidInput", 400), (error.Code, error.Status));
    }

    [Fact, Covers("iam", "TagUser", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var ivan = await account.NewUserAsync("ivan");
        Assert.Equal(
            account.Denied("ivan", "iam:TagUser", "user ivan"),
            await ivan.Iam.FailAsync("TagUser", new { UserName = "ivan", Tags = new[] { Tag("admin", "yes") } }));
        Assert.Empty((await account.Root.Iam.CallAsync("ListUserTags", new { UserName = "ivan" })).List("Tags"));
    }

    [Fact, Covers("iam", "TagUser", Aspect.Denies)]
    public async Task Lets_a_policy_go_by_the_tags_that_a_user_has()
    {
        const string policy =
            """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:TagUser","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/team":"red"}}}}""";
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "red", Tags = new[] { Tag("team", "red") } });
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "blue", Tags = new[] { Tag("team", "blue") } });
        var jan = await account.NewUserAsync("jan", policy);
        await jan.Iam.CallAsync("TagUser", new { UserName = "red", Tags = new[] { Tag("a", "1") } });
        Assert.Equal(
            account.Denied("jan", "iam:TagUser", "user blue"),
            await jan.Iam.FailAsync("TagUser", new { UserName = "blue", Tags = new[] { Tag("a", "1") } }));
    }

    private static object Tag(string key, string value) => new { Key = key, Value = value };
}
