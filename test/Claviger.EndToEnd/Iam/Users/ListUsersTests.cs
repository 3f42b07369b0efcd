namespace Claviger.EndToEnd;

public sealed class ListUsersTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ListUsers", Aspect.Works)]
    public async Task Lists_users_by_name_in_pages()
    {
        foreach (var name in new[] { "delta", "Bravo", "alpha", "Charlie" })
        {
            await account.Root.Iam.CallAsync("CreateUser", new { UserName = name, Path = "/pages/" });
        }

        var first = await account.Root.Iam.CallAsync("ListUsers", new { PathPrefix = "/pages/", MaxItems = 3 });
        Assert.Equal(["alpha", "Bravo", "Charlie"], first.Texts("Users", "UserName"));
        Assert.Equal("true", first["IsTruncated"]);
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "aaa", Path = "/pages/" });
        var second = await account.Root.Iam.CallAsync("ListUsers", new { PathPrefix = "/pages/", MaxItems = 3, Marker = first["Marker"] });
        Assert.Equal(["delta"], second.Texts("Users", "UserName"));
        Assert.Equal("false", second["IsTruncated"]);
        Assert.Null(second["Marker"]);
    }

    [Fact, Covers("iam", "ListUsers", Aspect.Works)]
    public async Task Lists_a_path_without_the_rest_and_leaves_tags_out()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "in", Path = "/div/sub/", Tags = new[] { new { Key = "a", Value = "1" } } });
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "out", Path = "/Div/" });
        var listed = await account.Root.Iam.CallAsync("ListUsers", new { PathPrefix = "/di" });
        Assert.Equal(["in"], listed.Texts("Users", "UserName"));
        Assert.Null(listed.List("Users")[0]["Tags"]);
    }

    [Fact, Covers("iam", "ListUsers", Aspect.Refuses)]
    public async Task Refuses_a_marker_of_another_list() => Assert.Equal(
        new SdkError("ValidationError", 400, "Invalid Marker."),
        await account.Root.Iam.FailAsync("ListUsers", new { Marker = "bm90IG91cnMgYXQgYWxs" }));

    [Theory, Covers("iam", "ListUsers", Aspect.Refuses)]
    [InlineData(0, "Member must have value greater than or equal to 1")]
    [InlineData(1001, "Member must have value less than or equal to 1000")]
    public async Task Refuses_numbers_out_of_range(int items, string rule) => Assert.Equal(
        new SdkError("ValidationError", 400, $"1 validation error detected: Value at 'maxItems' failed to satisfy constraint: {rule}"),
        await account.Root.Iam.FailAsync("ListUsers", new { MaxItems = items }));

    [Fact, Covers("iam", "ListUsers", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var frank = await account.NewUserAsync("frank");
        Assert.Equal(account.Denied("frank", "iam:ListUsers", account.Arn("user/")), await frank.Iam.FailAsync("ListUsers"));
        Assert.Equal(
            account.Denied("frank", "iam:ListUsers", account.Arn("user/div/")), await frank.Iam.FailAsync("ListUsers", new { PathPrefix = "/div/" }));
    }
}
