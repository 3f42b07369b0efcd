namespace Claviger.EndToEnd;

public sealed class SessionChainTests(TestAccount account) : IClassFixture<TestAccount>
{
    private const string OneHour = "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.";

    [Fact, Covers("sts", "AssumeRole", Aspect.Refuses)]
    public async Task Lasts_an_hour_at_the_most()
    {
        var (first, second) = await ChainAsync("hour");
        await account.Root.Iam.CallAsync("UpdateRole", new { RoleName = "hour-2", MaxSessionDuration = 43200 });
        var session = await account.AssumeAsync(first.User, first.RoleArn);
        Assert.Equal(
            new SdkError("ValidationError", 400, OneHour),
            await session.Sts.FailAsync("AssumeRole", new { RoleArn = second, RoleSessionName = "chained", DurationSeconds = 3601 }));
        await session.Sts.CallAsync("AssumeRole", new { RoleArn = second, RoleSessionName = "chained", DurationSeconds = 3600 });
    }

    [Fact, Covers("sts", "AssumeRole", Aspect.Works)]
    public async Task Hands_transitive_tags_on_and_no_others()
    {
        var (first, second) = await ChainAsync("tags");
        await account.Root.Iam.CallAsync("PutRolePolicy", new
        {
            RoleName = "tags-2",
            PolicyName = "by-tag",
            PolicyDocument = TestEntities.AllowIf("StringEquals", "aws:PrincipalTag/team", "red", "iam:ListUsers"),
        });
        await account.Root.Iam.CallAsync("PutRolePolicy", new
        {
            RoleName = "tags-2",
            PolicyName = "by-cost",
            PolicyDocument = TestEntities.AllowIf("StringEquals", "aws:PrincipalTag/cost", "7", "iam:ListGroups"),
        });
        var session = await account.AssumeAsync(first.User, new
        {
            first.RoleArn,
            RoleSessionName = "tagged",
            Tags = new[] { new { Key = "Team", Value = "red" }, new { Key = "cost", Value = "7" } },
            TransitiveTagKeys = new[] { "team" },
        });
        var chained = await account.AssumeAsync(session, second);
        await chained.Iam.CallAsync("ListUsers");
        Assert.Equal("AccessDenied", (await chained.Iam.FailAsync("ListGroups")).Code);
        Assert.Equal(
            new SdkError(
                "InvalidParameterValue",
                400,
                "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session."),
            await session.Sts.FailAsync(
                "AssumeRole", new { RoleArn = second, RoleSessionName = "over", Tags = new[] { new { Key = "TEAM", Value = "blue" } } }));
    }

    [Fact, Covers("sts", "AssumeRole", Aspect.Denies)]
    public async Task Needs_the_permission_to_tag_for_what_is_handed_on()
    {
        var (first, second) = await ChainAsync("untagged");
        await account.Root.Iam.CallAsync("UpdateAssumeRolePolicy", new
        {
            RoleName = "untagged-2",
            PolicyDocument = TestEntities.Trust(account.Arn("role/untagged-1")).Replace("\"sts:TagSession\",", "", StringComparison.Ordinal),
        });
        await account.AssumeAsync(await account.AssumeAsync(first.User, first.RoleArn), second);
        var session = await account.AssumeAsync(first.User, new
        {
            first.RoleArn,
            RoleSessionName = "tagged",
            Tags = new[] { new { Key = "team", Value = "red" } },
            TransitiveTagKeys = new[] { "team" },
        });
        Assert.Equal(
            TestEntities.Denial($"arn:aws:sts::{account.Id}:assumed-role/untagged-1/tagged", "sts:TagSession", second),
            await session.Sts.FailAsync("AssumeRole", new { RoleArn = second, RoleSessionName = "chained" }));
    }

    [Fact, Covers("sts", "AssumeRole", Aspect.Works | Aspect.Denies)]
    public async Task Keeps_the_source_identity()
    {
        var (first, second) = await ChainAsync("source");
        await account.Root.Iam.CallAsync("PutRolePolicy", new
        {
            RoleName = "source-2",
            PolicyName = "by-source",
            PolicyDocument = TestEntities.AllowIf("StringEquals", "aws:SourceIdentity", "Amy", "iam:ListUsers"),
        });
        var session = await account.AssumeAsync(first.User, new { first.RoleArn, RoleSessionName = "named", SourceIdentity = "Amy" });
        var answer = await session.Sts.CallAsync("AssumeRole", new { RoleArn = second, RoleSessionName = "chained" });
        Assert.Equal("Amy", answer["SourceIdentity"]);
        await account.As(TestEntities.CredentialsOf(answer)).Iam.CallAsync("ListUsers");
        Assert.Equal(
            TestEntities.Denial($"arn:aws:sts::{account.Id}:assumed-role/source-1/named", "sts:SetSourceIdentity", second),
            await session.Sts.FailAsync("AssumeRole", new { RoleArn = second, RoleSessionName = "chained", SourceIdentity = "Ben" }));
    }

    [Fact, Covers("sts", "AssumeRole", Aspect.Refuses)]
    public async Task Refuses_tags_twice_reserved_and_transitive_without_being_there()
    {
        var (first, _) = await ChainAsync("refused");
        Assert.Equal(
            new SdkError("InvalidParameterValue", 400, "Duplicate tag keys found. Please note that Tag keys are case insensitive."),
            await FailAsync([("a", "1"), ("A", "2")]));
        Assert.Equal(("InvalidParameterValue", 400), Short(await FailAsync([("aws:a", "1")])));
        Assert.Equal(
            new SdkError("InvalidParameterValue", 400, "The specified transitive tag key must be included in the requested tags."),
            await FailAsync([("a", "1")], "b"));
        Assert.Equal(("ValidationError", 400), Short(await FailAsync([.. Enumerable.Range(0, 51).Select(number => ($"k{number}", "v"))])));

        Task<SdkError> FailAsync((string Key, string Value)[] tags, params string[] transitive) => first.User.Sts.FailAsync("AssumeRole", new
        {
            first.RoleArn,
            RoleSessionName = "refused",
            Tags = tags.Select(tag => new { tag.Key, tag.Value }).ToArray(),
            TransitiveTagKeys = transitive,
        });

        static (string, int) Short(SdkError error) => (error.Code, error.Status);
    }

    /// <summary>A user who may assume a role, which may assume another.</summary>
    private async Task<((SdkCaller User, string RoleArn) First, string SecondArn)> ChainAsync(string name)
    {
        var user = await account.NewUserAsync(name, TestAccount.Allow("sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"));
        var first = await account.NewRoleAsync(name + "-1");
        return ((user, first), await account.NewRoleAsync(name + "-2", TestEntities.Trust(first)));
    }
}
