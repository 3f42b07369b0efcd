namespace Claviger.EndToEnd;

public sealed class SessionPolicyTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("sts", "AssumeRole", Aspect.Works)]
    public async Task Narrow_a_session_and_never_widen_it()
    {
        var (user, arn) = await RoleAsync("inline");
        var answer = await user.Sts.CallAsync(
            "AssumeRole", new { RoleArn = arn, RoleSessionName = "session", Policy = TestAccount.Allow("iam:ListUsers", "iam:CreateUser") });
        Assert.NotNull(answer["PackedPolicySize"]);
        var session = account.As(TestEntities.CredentialsOf(answer));
        await session.Iam.CallAsync("ListUsers");
        Assert.Equal(
            TestEntities.Denial(
                $"arn:aws:sts::{account.Id}:assumed-role/inline/session",
                "iam:ListGroups",
                account.Arn("group/"),
                "because no session policy allows the iam:ListGroups action"),
            await session.Iam.FailAsync("ListGroups"));
        Assert.EndsWith(
            "because no identity-based policy allows the iam:CreateUser action",
            (await session.Iam.FailAsync("CreateUser", new { UserName = "new" })).Message,
            StringComparison.Ordinal);
    }

    [Fact, Covers("sts", "AssumeRole", Aspect.Works)]
    public async Task Are_managed_policies_too_and_follow_their_changes()
    {
        var (user, arn) = await RoleAsync("managed");
        var policy = await account.NewPolicyAsync("narrow", TestAccount.Allow("iam:ListUsers"));
        var session = await account.AssumeAsync(
            user, new { RoleArn = arn, RoleSessionName = "session", PolicyArns = new[] { new { arn = policy } } });
        await session.Iam.CallAsync("ListUsers");
        Assert.Equal("AccessDenied", (await session.Iam.FailAsync("ListGroups")).Code);
        await account.Root.Iam.CallAsync(
            "CreatePolicyVersion", new { PolicyArn = policy, PolicyDocument = TestAccount.Allow("iam:ListGroups"), SetAsDefault = true });
        await session.Iam.CallAsync("ListGroups");
        Assert.Equal("AccessDenied", (await session.Iam.FailAsync("ListUsers")).Code);
    }

    [Fact, Covers("sts", "AssumeRole", Aspect.Works)]
    public async Task Deny_what_they_deny()
    {
        var (user, arn) = await RoleAsync("denying");
        const string Policy = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"iam:ListUsers","Resource":"*"}]}
            """;
        var session = await account.AssumeAsync(user, new { RoleArn = arn, RoleSessionName = "session", Policy });
        await session.Iam.CallAsync("ListGroups");
        Assert.EndsWith("with an explicit deny in a session policy", (await session.Iam.FailAsync("ListUsers")).Message, StringComparison.Ordinal);
    }

    [Fact, Covers("sts", "AssumeRole", Aspect.Refuses)]
    public async Task Are_refused_where_they_are_none()
    {
        var (user, arn) = await RoleAsync("refusing");
        var error = await user.Sts.FailAsync("AssumeRole", new { RoleArn = arn, RoleSessionName = "session", Policy = "{}" });
        Assert.Equal(("MalformedPolicyDocument", 400), (error.Code, error.Status));
        error = await user.Sts.FailAsync("AssumeRole", new { RoleArn = arn, RoleSessionName = "session", Policy = new string('x', 2049) });
        Assert.Equal(("ValidationError", 400), (error.Code, error.Status));
        error = await user.Sts.FailAsync(
            "AssumeRole", new { RoleArn = arn, RoleSessionName = "session", PolicyArns = new[] { new { arn = account.Arn("policy/nowhere") } } });
        Assert.Equal(("ValidationError", 400), (error.Code, error.Status));
        error = await user.Sts.FailAsync("AssumeRole", new
        {
            RoleArn = arn,
            RoleSessionName = "session",
            PolicyArns = Enumerable.Repeat(new { arn = "arn:aws:iam::aws:policy/ReadOnlyAccess" }, 11).ToArray(),
        });
        Assert.Equal(("ValidationError", 400), (error.Code, error.Status));
    }

    private async Task<(SdkCaller User, string RoleArn)> RoleAsync(string name) => (
        await account.NewUserAsync("user-" + name, TestAccount.Allow("sts:AssumeRole")),
        await account.NewRoleAsync(name, policy: TestAccount.Allow("iam:ListUsers", "iam:ListGroups")));
}
