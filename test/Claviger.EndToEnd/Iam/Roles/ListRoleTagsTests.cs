namespace Claviger.EndToEnd;

public sealed class ListRoleTagsTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ListRoleTags", Aspect.Works)]
    public async Task Lists_tags_by_key_in_pages()
    {
        await account.NewRoleAsync("works");
        Assert.Empty((await account.Root.Iam.CallAsync("ListRoleTags", new { RoleName = "works" })).List("Tags"));
        await account.Root.Iam.CallAsync("TagRole", new { RoleName = "works", Tags = new[] { Tag("c"), Tag("A"), Tag("b") } });
        var first = await account.Root.Iam.CallAsync("ListRoleTags", new { RoleName = "works", MaxItems = 2 });
        Assert.Equal(["A", "b"], first.Texts("Tags", "Key"));
        var second = await account.Root.Iam.CallAsync("ListRoleTags", new { RoleName = "works", MaxItems = 2, Marker = first["Marker"] });
        Assert.Equal(["c"], second.Texts("Tags", "Key"));
        Assert.Equal("false", second["IsTruncated"]);
    }

    [Fact, Covers("iam", "ListRoleTags", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there() => Assert.Equal(
        new SdkError("NoSuchEntity", 404, "The role with name nobody cannot be found."),
        await account.Root.Iam.FailAsync("ListRoleTags", new { RoleName = "nobody" }));

    [Fact, Covers("iam", "ListRoleTags", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(
            account.Denied("eve", "iam:ListRoleTags", "role nobody"), await eve.Iam.FailAsync("ListRoleTags", new { RoleName = "nobody" }));
    }

    private static object Tag(string key) => new { Key = key, Value = "v" };
}
