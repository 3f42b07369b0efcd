namespace Claviger.EndToEnd;

public sealed class ListUserTagsTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ListUserTags", Aspect.Works)]
    public async Task Lists_tags_by_key_in_pages()
    {
        var tags = new[] { "c", "A", "b" }.Select(key => new { Key = key, Value = key }).ToArray();
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "tagged", Tags = tags });
        var first = await account.Root.Iam.CallAsync("ListUserTags", new { UserName = "tagged", MaxItems = 2 });
        Assert.Equal(["A", "b"], first.Texts("Tags", "Key"));
        Assert.Equal("true", first["IsTruncated"]);
        var second = await account.Root.Iam.CallAsync("ListUserTags", new { UserName = "tagged", MaxItems = 2, Marker = first["Marker"] });
        Assert.Equal(["c"], second.Texts("Tags", "Key"));
        Assert.Equal("false", second["IsTruncated"]);
    }

    [Fact, Covers("iam", "ListUserTags", Aspect.Works)]
    public async Task Lists_nothing_for_a_user_without_tags()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "plain" });
        Assert.Equal("[]", (await account.Root.Iam.CallAsync("ListUserTags", new { UserName = "plain" }))["Tags"]);
    }

    [Fact, Covers("iam", "ListUserTags", Aspect.Refuses)]
    public async Task Refuses_a_name_that_nobody_has() => Assert.Equal(
        new SdkError("NoSuchEntity", 404, "The user with name nobody cannot be found."),
        await account.Root.Iam.FailAsync("ListUserTags", new { UserName = "nobody" }));

    [Fact, Covers("iam", "ListUserTags", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var kim = await account.NewUserAsync("kim");
        Assert.Equal(account.Denied("kim", "iam:ListUserTags", "user kim"), await kim.Iam.FailAsync("ListUserTags", new { UserName = "kim" }));
    }
}
