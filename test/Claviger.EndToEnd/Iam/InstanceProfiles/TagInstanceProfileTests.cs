namespace Claviger.EndToEnd;

public sealed class TagInstanceProfileTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam", "TagInstanceProfile", Aspect.Works)]
    public async Task Puts_a_tag_over_the_one_with_the_same_key()
    {
        await account.Root.Iam.CallAsync("CreateInstanceProfile", new { InstanceProfileName = "works" });
        await account.Root.Iam.CallAsync("TagInstanceProfile", new { InstanceProfileName = "works", Tags = new[] { Tag("Team", "red"), Tag("cost", "1") } });
        await account.Root.Iam.CallAsync("TagInstanceProfile", new { InstanceProfileName = "works", Tags = new[] { Tag("team", "blue"), Tag("new", "") } });
        var listed = await account.Root.Iam.CallAsync("ListInstanceProfileTags", new { InstanceProfileName = "works" });
        Assert.Equal(["cost=1", "new=", "team=blue"], listed.List("Tags").Select(tag => $"{tag["Key"]}={tag["Value"]}"));
    }

    [Fact, Covers("iam", "TagInstanceProfile", Aspect.Refuses)]
    public async Task Refuses_the_fifty_first_tag_and_a_key_that_stands_twice()
    {
        await account.Root.Iam.CallAsync("CreateInstanceProfile", new { InstanceProfileName = "full" });
        await account.Root.Iam.CallAsync(
            "TagInstanceProfile", new { InstanceProfileName = "full", Tags = Enumerable.Range(1, 50).Select(number => Tag($"k{number}", "v")).ToArray() });
        Assert.Equal(
            new SdkError("LimitExceeded", 409, "The number of tags has reached the maximum limit."),
            await account.Root.Iam.FailAsync("TagInstanceProfile", new { InstanceProfileName = "full", Tags = new[] { Tag("k51", "v") } }));
        await account.Root.Iam.CallAsync("TagInstanceProfile", new { InstanceProfileName = "full", Tags = new[] { Tag("K50", "w") } });
        Assert.Equal(
            new SdkError("InvalidInput", 400, "Duplicate tag keys found. Please note that Tag keys are case insensitive."),
            await account.Root.Iam.FailAsync("TagInstanceProfile", new { InstanceProfileName = "full", Tags = new[] { Tag("k1", "v"), Tag("K1", "v") } }));
    }

    [Fact, Covers("iam", "TagInstanceProfile", Aspect.Refuses)]
    public async Task Refuses_what_is_not_there_and_malformed_keys()
    {
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, "Instance Profile nobody cannot be found."),
            await account.Root.Iam.FailAsync("TagInstanceProfile", new { InstanceProfileName = "nobody", Tags = new[] { Tag("a", "1") } }));
        Assert.Equal(
            ("InvalidInput", 400),
            Short(await account.Root.Iam.FailAsync("TagInstanceProfile", new { InstanceProfileName = "nobody", Tags = new[] { Tag("aws:a", "1") } })));
        Assert.Equal(
            ("ValidationError", 400),
            Short(await account.Root.Iam.FailAsync("TagInstanceProfile", new { InstanceProfileName = "nobody", Tags = new[] { Tag("a?", "1") } })));

        static (string, int) Short(SdkError error) => (error.Code, error.Status);
    }

    [Fact, Covers("iam", "TagInstanceProfile", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var mallory = await account.NewUserAsync("mallory");
        await account.Root.Iam.CallAsync("CreateInstanceProfile", new { InstanceProfileName = "target" });
        Assert.Equal(
            account.Denied("mallory", "iam:TagInstanceProfile", "instance profile target"),
            await mallory.Iam.FailAsync("TagInstanceProfile", new { InstanceProfileName = "target", Tags = new[] { Tag("a", "1") } }));
        Assert.Empty((await account.Root.Iam.CallAsync("ListInstanceProfileTags", new { InstanceProfileName = "target" })).List("Tags"));
    }

    [Fact, Covers("iam", "TagInstanceProfile", Aspect.Denies)]
    public async Task Is_allowed_for_the_tag_that_a_condition_names_and_for_no_other()
    {
        var clerk = await account.NewUserAsync("clerk", TestEntities.AllowIf("StringEquals", "aws:RequestTag/team", "red", "iam:TagInstanceProfile"));
        await account.Root.Iam.CallAsync("CreateInstanceProfile", new { InstanceProfileName = "conditional" });
        await clerk.Iam.CallAsync("TagInstanceProfile", new { InstanceProfileName = "conditional", Tags = new[] { Tag("team", "red") } });
        Assert.Equal(
            account.Denied("clerk", "iam:TagInstanceProfile", "instance profile conditional"),
            await clerk.Iam.FailAsync("TagInstanceProfile", new { InstanceProfileName = "conditional", Tags = new[] { Tag("team", "blue") } }));
    }

    private static object Tag(string key, string value) => new { Key = key, Value = value };
}
