namespace Claviger.EndToEnd;

public sealed class UntagPolicyTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "UntagPolicy", Aspect.Works)]
    public async Task Takes_tags_off_by_key_in_any_case_and_ignores_others()
    {
        await account.NewPolicyAsync("works", TestAccount.Allow("iam:GetUser"));
        await account.Root.Iam.CallAsync("TagPolicy", new { PolicyArn = account.Arn("policy/works"), Tags = new[] { Tag("Team"), Tag("cost"), Tag("kept") } });
        await account.Root.Iam.CallAsync("UntagPolicy", new { PolicyArn = account.Arn("policy/works"), TagKeys = new[] { "team", "cost", "none" } });
        Assert.Equal(["kept"], (await account.Root.Iam.CallAsync("ListPolicyTags", new { PolicyArn = account.Arn("policy/works") })).Texts("Tags", "Key"));
    }

    [Fact, Covers("iam", "UntagPolicy", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there_and_a_request_without_keys()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, $"Policy {account.Arn("policy/nobody")} was not found."),
            await account.Root.Iam.FailAsync("UntagPolicy", new { PolicyArn = account.Arn("policy/nobody"), TagKeys = new[] { "a" } }));
        Assert.Equal(
            new SdkError("ValidationError", 400, "1 validation error detected: Value at 'tagKeys' failed to satisfy constraint: Member must not be null"),
            await account.Root.Iam.FailAsync("UntagPolicy", new { PolicyArn = account.Arn("policy/nobody") }));
    }

    [Fact, Covers("iam", "UntagPolicy", Aspect.Denies)]
    public async Task Is_denied_for_keys_other_than_a_condition_names()
    {
        var clerk = await account.NewUserAsync("clerk", TestEntities.AllowIf("ForAllValues:StringEquals", "aws:TagKeys", "mine", "iam:UntagPolicy"));
        await account.NewPolicyAsync("target", TestAccount.Allow("iam:GetUser"));
        await account.Root.Iam.CallAsync("TagPolicy", new { PolicyArn = account.Arn("policy/target"), Tags = new[] { Tag("mine"), Tag("theirs") } });
        Assert.Equal(
            account.Denied("clerk", "iam:UntagPolicy", $"policy {account.Arn("policy/target")}"),
            await clerk.Iam.FailAsync("UntagPolicy", new { PolicyArn = account.Arn("policy/target"), TagKeys = new[] { "mine", "theirs" } }));
        Assert.Equal(["mine", "theirs"], (await account.Root.Iam.CallAsync("ListPolicyTags", new { PolicyArn = account.Arn("policy/target") })).Texts("Tags", "Key"));
        await clerk.Iam.CallAsync("UntagPolicy", new { PolicyArn = account.Arn("policy/target"), TagKeys = new[] { "mine" } });
    }

    [Fact, Covers("iam", "UntagPolicy", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(
            account.Denied("eve", "iam:UntagPolicy", $"policy {account.Arn("policy/nobody")}"),
            await eve.Iam.FailAsync("UntagPolicy", new { PolicyArn = account.Arn("policy/nobody"), TagKeys = new[] { "a" } }));
    }

    [Fact, Covers("iam", "UntagPolicy", Aspect.Denies)]
    public async Task Is_denied_on_policies_of_AWS_even_to_the_root_user()
    {
        const string Arn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
        Assert.Equal(
            TestEntities.Denial(account.Arn("root"), "iam:UntagPolicy", $"policy {Arn}"),
            await account.Root.Iam.FailAsync("UntagPolicy", new { PolicyArn = Arn, TagKeys = new[] { "a" } }));
    }

    private static object Tag(string key) => new { Key = key, Value = "v" };
}
