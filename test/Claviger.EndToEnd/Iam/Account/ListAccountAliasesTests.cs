namespace Claviger.EndToEnd;

public sealed class ListAccountAliasesTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "ListAccountAliases", Aspect.Works)]
    public async Task Lists_the_alias_or_nothing()
    {
        var listed = await account.Root.Iam.CallAsync("ListAccountAliases");
        Assert.Equal(("[]", "false"), (listed["AccountAliases"], listed["IsTruncated"]));
        await account.Root.Iam.CallAsync("CreateAccountAlias", new { AccountAlias = $"listed-{account.Id}" });
        Assert.Equal($"[\"listed-{account.Id}\"]", (await account.Root.Iam.CallAsync("ListAccountAliases"))["AccountAliases"]);
    }

    [Fact, Covers("iam", "ListAccountAliases", Aspect.Refuses)]
    public async Task Refuses_a_marker_of_another_list() => Assert.Equal(
        new SdkError("ValidationError", 400, "Invalid Marker."),
        await account.Root.Iam.FailAsync("ListAccountAliases", new { Marker = "bm90IG91cnMgYXQgYWxs" }));

    [Fact, Covers("iam", "ListAccountAliases", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var hal = await account.NewUserAsync("hal");
        Assert.Equal(account.Denied("hal", "iam:ListAccountAliases", "*"), await hal.Iam.FailAsync("ListAccountAliases"));
    }
}
