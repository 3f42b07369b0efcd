namespace Claviger.EndToEnd;

public sealed class UntagRoleTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "UntagRole", Aspect.Works)]
    public async Task Takes_tags_off_by_key_in_any_case_and_ignores_others()
    {
        await account.NewRoleAsync("works");
        await account.Root.Iam.CallAsync("TagRole", new { RoleName = "works", Tags = new[] { Tag("Team"), Tag("cost"), Tag("kept") } });
        await account.Root.Iam.CallAsync("UntagRole", new { RoleName = "works", TagKeys = new[] { "team", "cost", "none" } });
        Assert.Equal(["kept"], (await account.Root.Iam.CallAsync("ListRoleTags", new { RoleName = "works" })).Texts("Tags", "Key"));
    }

    [Fact, Covers("iam", "UntagRole", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there_and_a_request_without_keys()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "The role with name nobody cannot be found."),
            await account.Root.Iam.FailAsync("UntagRole", new { RoleName = "nobody", TagKeys = new[] { "a" } }));
        Assert.Equal(
            new SdkError("ValidationError", 400, "1 validation error detected: Value at 'tagKeys' failed to satisfy constraint: Member must not be null"),
            await account.Root.Iam.FailAsync("UntagRole", new { RoleName = "nobody" }));
    }

    [Fact, Covers("iam", "UntagRole", Aspect.Denies)]
    public async Task Is_denied_for_keys_other_than_a_condition_names()
    {
        var clerk = await account.NewUserAsync("clerk", TestEntities.AllowIf("ForAllValues:StringEquals", "aws:TagKeys", "mine", "iam:UntagRole"));
        await account.NewRoleAsync("target");
        await account.Root.Iam.CallAsync("TagRole", new { RoleName = "target", Tags = new[] { Tag("mine"), Tag("theirs") } });
        Assert.Equal(
            account.Denied("clerk", "iam:UntagRole", "role target"),
            await clerk.Iam.FailAsync("UntagRole", new { RoleName = "target", TagKeys = new[] { "mine", "theirs" } }));
        Assert.Equal(["mine", "theirs"], (await account.Root.Iam.CallAsync("ListRoleTags", new { RoleName = "target" })).Texts("Tags", "Key"));
        await clerk.Iam.CallAsync("UntagRole", new { RoleName = "target", TagKeys = new[] { "mine" } });
    }

    [Fact, Covers("iam", "UntagRole", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(
            account.Denied("eve", "iam:UntagRole", "role nobody"),
            await eve.Iam.FailAsync("UntagRole", new { RoleName = "nobody", TagKeys = new[] { "a" } }));
    }

    private static object Tag(string key) => new { Key = key, Value = "v" };
}
