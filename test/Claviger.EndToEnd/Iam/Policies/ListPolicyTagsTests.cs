namespace Claviger.EndToEnd;

public sealed class ListPolicyTagsTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ListPolicyTags", Aspect.Works)]
    public async Task Lists_tags_by_key_in_pages()
    {
        await account.NewPolicyAsync("works", TestAccount.Allow("iam:GetUser"));
        Assert.Empty((await account.Root.Iam.CallAsync("ListPolicyTags", new { PolicyArn = account.Arn("policy/works") })).List("Tags"));
        await account.Root.Iam.CallAsync("TagPolicy", new { PolicyArn = account.Arn("policy/works"), Tags = new[] { Tag("c"), Tag("A"), Tag("b") } });
        var first = await account.Root.Iam.CallAsync("ListPolicyTags", new { PolicyArn = account.Arn("policy/works"), MaxItems = 2 });
        Assert.Equal(["A", "b"], first.Texts("Tags", "Key"));
        var second = await account.Root.Iam.CallAsync("ListPolicyTags", new { PolicyArn = account.Arn("policy/works"), MaxItems = 2, Marker = first["Marker"] });
        Assert.Equal(["c"], second.Texts("Tags", "Key"));
        Assert.Equal("false", second["IsTruncated"]);
    }

    [Fact, Covers("iam", "ListPolicyTags", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there() => Assert.Equal(
        new SdkError("NoSuchEntity", 404, $"Policy {account.Arn("policy/nobody")} was not found."),
        await account.Root.Iam.FailAsync("ListPolicyTags", new { PolicyArn = account.Arn("policy/nobody") }));

    [Fact, Covers("iam", "ListPolicyTags", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(
            account.Denied("eve", "iam:ListPolicyTags", $"policy {account.Arn("policy/nobody")}"), await eve.Iam.FailAsync("ListPolicyTags", new { PolicyArn = account.Arn("policy/nobody") }));
    }

    private static object Tag(string key) => new { Key = key, Value = "v" };
}
