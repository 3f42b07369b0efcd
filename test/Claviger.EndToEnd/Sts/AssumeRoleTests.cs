namespace Claviger.EndToEnd;

public sealed class AssumeRoleTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("sts", "AssumeRole", Aspect.Works)]
    public async Task Gives_a_session_with_the_roles_permissions_and_not_the_callers()
    {
        var user = await account.NewUserAsync("amy", TestAccount.Allow("sts:AssumeRole", "iam:ListGroups"));
        var arn = await account.NewRoleAsync("works", policy: TestAccount.Allow("iam:ListUsers"));
        var answer = await user.Sts.CallAsync("AssumeRole", new { RoleArn = arn, RoleSessionName = "amy@work" });
        Assert.Equal($"arn:aws:sts::{account.Id}:assumed-role/works/amy@work", answer["AssumedRoleUser.Arn"]);
        Assert.Matches("^AROA[A-Z2-7]{17}:amy@work$", answer["AssumedRoleUser.AssumedRoleId"]);
        Assert.Matches("^ASIA[A-Z2-7]{16}$", answer["Credentials.AccessKeyId"]);
        Assert.Null(answer["PackedPolicySize"]);
        Assert.Null(answer["SourceIdentity"]);
        var session = account.As(TestEntities.CredentialsOf(answer));
        await session.Iam.CallAsync("ListUsers");
        Assert.Equal(
            TestEntities.Denial(
                $"arn:aws:sts::{account.Id}:assumed-role/works/amy@work",
                "iam:ListGroups",
                account.Arn("group/"),
                "because no identity-based policy allows the iam:ListGroups action"),
            await session.Iam.FailAsync("ListGroups"));
    }

    [Fact, Covers("sts", "AssumeRole", Aspect.Works)]
    public async Task Needs_no_permission_where_the_trust_names_the_user_itself()
    {
        var user = await account.NewUserAsync("named");
        await account.AssumeAsync(user, await account.NewRoleAsync("naming", TestEntities.Trust(account.Arn("user/named"))));
    }

    [Fact, Covers("sts", "AssumeRole", Aspect.Works)]
    public async Task Bounds_the_session_by_the_roles_boundary()
    {
        var user = await account.NewUserAsync("bob", TestAccount.Allow("sts:AssumeRole"));
        var arn = await account.NewRoleAsync("bounded", policy: TestAccount.Allow("iam:*"));
        await account.Root.Iam.CallAsync(
            "PutRolePermissionsBoundary", new { RoleName = "bounded", PermissionsBoundary = "arn:aws:iam::aws:policy/IAMReadOnlyAccess" });
        var session = await account.AssumeAsync(user, arn);
        await session.Iam.CallAsync("ListUsers");
        Assert.Equal(
            TestEntities.Denial(
                $"arn:aws:sts::{account.Id}:assumed-role/bounded/session",
                "iam:CreateGroup",
                account.Arn("group/mine"),
                "because no permissions boundary allows the iam:CreateGroup action"),
            await session.Iam.FailAsync("CreateGroup", new { GroupName = "mine" }));
    }

    [Theory, Covers("sts", "AssumeRole", Aspect.Refuses)]
    [InlineData("x", "Value 'x' at 'roleSessionName' failed to satisfy constraint: Member must have length greater than or equal to 2")]
    [InlineData("a b", @"Value 'a b' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\w+=,.@-]*")]
    public async Task Refuses_names_of_sessions(string name, string rule) => Assert.Equal(
        new SdkError("ValidationError", 400, $"1 validation error detected: {rule}"),
        await account.Root.Sts.FailAsync("AssumeRole", new { RoleArn = account.Arn("role/any"), RoleSessionName = name }));

    [Fact, Covers("sts", "AssumeRole", Aspect.Refuses)]
    public async Task Refuses_what_is_no_role_at_all() => Assert.Equal(
        new SdkError("ValidationError", 400, "not-the-arn-of-a-role is invalid"),
        await account.Root.Sts.FailAsync("AssumeRole", new { RoleArn = "not-the-arn-of-a-role", RoleSessionName = "any" }));

    [Fact, Covers("sts", "AssumeRole", Aspect.Refuses)]
    public async Task Refuses_sessions_longer_than_the_role_allows()
    {
        var user = await account.NewUserAsync("long", TestAccount.Allow("sts:AssumeRole"));
        var arn = await account.NewRoleAsync("hour");
        Assert.Equal(
            new SdkError("ValidationError", 400, "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."),
            await user.Sts.FailAsync("AssumeRole", new { RoleArn = arn, RoleSessionName = "long", DurationSeconds = 3601 }));
        Assert.Equal(
            new SdkError(
                "ValidationError",
                400,
                "1 validation error detected: Value '899' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900"),
            await user.Sts.FailAsync("AssumeRole", new { RoleArn = arn, RoleSessionName = "long", DurationSeconds = 899 }));
        await account.Root.Iam.CallAsync("UpdateRole", new { RoleName = "hour", MaxSessionDuration = 7200 });
        await user.Sts.CallAsync("AssumeRole", new { RoleArn = arn, RoleSessionName = "long", DurationSeconds = 7200 });
    }

    [Fact, Covers("sts", "AssumeRole", Aspect.Denies)]
    public async Task Is_denied_alike_on_roles_that_trust_others_and_on_roles_that_are_not_there()
    {
        var user = await account.NewUserAsync("stranger", TestAccount.Allow("sts:AssumeRole"));
        await account.NewUserAsync("friend");
        foreach (var arn in new[] { await account.NewRoleAsync("closed", TestEntities.Trust(account.Arn("user/friend"))), account.Arn("role/nowhere") })
        {
            Assert.Equal(
                TestEntities.Denial(account.Arn("user/stranger"), "sts:AssumeRole", arn),
                await user.Sts.FailAsync("AssumeRole", new { RoleArn = arn, RoleSessionName = "stranger" }));
        }
    }

    [Fact, Covers("sts", "AssumeRole", Aspect.Denies)]
    public async Task Is_denied_without_permission_where_the_trust_names_the_account()
    {
        var user = await account.NewUserAsync("bare");
        var arn = await account.NewRoleAsync("open");
        Assert.Equal(
            account.Denied("bare", "sts:AssumeRole", arn), await user.Sts.FailAsync("AssumeRole", new { RoleArn = arn, RoleSessionName = "bare" }));
    }

    [Fact, Covers("sts", "AssumeRole", Aspect.Denies)]
    public async Task Is_denied_to_root_users() => Assert.Equal(
        new SdkError("AccessDenied", 403, "Roles may not be assumed by root accounts."),
        await account.Root.Sts.FailAsync("AssumeRole", new { RoleArn = await account.NewRoleAsync("forroot"), RoleSessionName = "root" }));

    [Fact, Covers("sts", "AssumeRole", Aspect.Denies)]
    public async Task Asks_for_the_external_id_that_the_trust_asks_for()
    {
        var user = await account.NewUserAsync("vendor", TestAccount.Allow("sts:AssumeRole"));
        var arn = await account.NewRoleAsync("external", TestEntities.Trust([account.Arn("root")], ("StringEquals", "sts:ExternalId", "secret-7")));
        var denial = TestEntities.Denial(account.Arn("user/vendor"), "sts:AssumeRole", arn);
        Assert.Equal(denial, await user.Sts.FailAsync("AssumeRole", new { RoleArn = arn, RoleSessionName = "vendor" }));
        Assert.Equal(denial, await user.Sts.FailAsync("AssumeRole", new { RoleArn = arn, RoleSessionName = "vendor", ExternalId = "secret-8" }));
        await user.Sts.CallAsync("AssumeRole", new { RoleArn = arn, RoleSessionName = "vendor", ExternalId = "secret-7" });
    }
}
