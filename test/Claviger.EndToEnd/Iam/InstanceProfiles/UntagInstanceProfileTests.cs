namespace Claviger.EndToEnd;

public sealed class UntagInstanceProfileTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "UntagInstanceProfile", Aspect.Works)]
    public async Task Takes_tags_off_by_key_in_any_case_and_ignores_others()
    {
        await account.Root.Iam.CallAsync("CreateInstanceProfile", new { InstanceProfileName = "works" });
        await account.Root.Iam.CallAsync("TagInstanceProfile", new { InstanceProfileName = "works", Tags = new[] { Tag("Team"), Tag("cost"), Tag("kept") } });
        await account.Root.Iam.CallAsync("UntagInstanceProfile", new { InstanceProfileName = "works", TagKeys = new[] { "team", "cost", "none" } });
        Assert.Equal(["kept"], (await account.Root.Iam.CallAsync("ListInstanceProfileTags", new { InstanceProfileName = "works" })).Texts("Tags", "Key"));
    }

    [Fact, Covers("iam", "UntagInstanceProfile", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there_and_a_request_without_keys()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "Instance Profile nobody cannot be found."),
            await account.Root.Iam.FailAsync("UntagInstanceProfile", new { InstanceProfileName = "nobody", TagKeys = new[] { "a" } }));
        Assert.Equal(
            new SdkError("ValidationError", 400, "1 validation error detected: Value at 'tagKeys' failed to satisfy constraint: Member must not be null"),
            await account.Root.Iam.FailAsync("UntagInstanceProfile", new { InstanceProfileName = "nobody" }));
    }

    [Fact, Covers("iam", "UntagInstanceProfile", Aspect.Denies)]
    public async Task Is_denied_for_keys_other_than_a_condition_names()
    {
        var clerk = await account.NewUserAsync("clerk", TestEntities.AllowIf("ForAllValues:StringEquals", "aws:TagKeys", "mine", "iam:UntagInstanceProfile"));
        await account.Root.Iam.CallAsync("CreateInstanceProfile", new { InstanceProfileName = "target" });
        await account.Root.Iam.CallAsync("TagInstanceProfile", new { InstanceProfileName = "target", Tags = new[] { Tag("mine"), Tag("theirs") } });
        Assert.Equal(
            account.Denied("clerk", "iam:UntagInstanceProfile", "instance profile target"),
            await clerk.Iam.FailAsync("UntagInstanceProfile", new { InstanceProfileName = "target", TagKeys = new[] { "mine", "theirs" } }));
        Assert.Equal(["mine", "theirs"], (await account.Root.Iam.CallAsync("ListInstanceProfileTags", new { InstanceProfileName = "target" })).Texts("Tags", "Key"));
        await clerk.Iam.CallAsync("UntagInstanceProfile", new { InstanceProfileName = "target", TagKeys = new[] { "mine" } });
    }

    [Fact, Covers("iam", "UntagInstanceProfile", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(
            account.Denied("eve", "iam:UntagInstanceProfile", "instance profile nobody"),
            await eve.Iam.FailAsync("UntagInstanceProfile", new { InstanceProfileName = "nobody", TagKeys = new[] { "a" } }));
    }

    private static object Tag(string key) => new { Key = key, Value = "v" };
}
