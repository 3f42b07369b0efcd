namespace Claviger.EndToEnd;

public sealed class ListInstanceProfileTagsTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ListInstanceProfileTags", Aspect.Works)]
    public async Task Lists_tags_by_key_in_pages()
    {
        await account.Root.Iam.CallAsync("CreateInstanceProfile", new { InstanceProfileName = "works" });
        Assert.Empty((await account.Root.Iam.CallAsync("ListInstanceProfileTags", new { InstanceProfileName = "works" })).List("Tags"));
        await account.Root.Iam.CallAsync("TagInstanceProfile", new { InstanceProfileName = "works", Tags = new[] { Tag("c"), Tag("A"), Tag("b") } });
        var first = await account.Root.Iam.CallAsync("ListInstanceProfileTags", new { InstanceProfileName = "works", MaxItems = 2 });
        Assert.Equal(["A", "b"], first.Texts("Tags", "Key"));
        var second = await account.Root.Iam.CallAsync("ListInstanceProfileTags", new { InstanceProfileName = "works", MaxItems = 2, Marker = first["Marker"] });
        Assert.Equal(["c"], second.Texts("Tags", "Key"));
        Assert.Equal("false", second["IsTruncated"]);
    }

    [Fact, Covers("iam", "ListInstanceProfileTags", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there() => Assert.Equal(
        new SdkError("NoSuchEntity", 404, "Instance Profile nobody cannot be found."),
        await account.Root.Iam.FailAsync("ListInstanceProfileTags", new { InstanceProfileName = "nobody" }));

    [Fact, Covers("iam", "ListInstanceProfileTags", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(
            account.Denied("eve", "iam:ListInstanceProfileTags", "instance profile nobody"), await eve.Iam.FailAsync("ListInstanceProfileTags", new { InstanceProfileName = "nobody" }));
    }

    private static object Tag(string key) => new { Key = key, Value = "v" };
}
