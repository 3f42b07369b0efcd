using System.Globalization;

namespace Claviger.EndToEnd;

public sealed class GetSessionTokenTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("sts", "GetSessionToken", Aspect.Works)]
    public async Task Gives_credentials_that_may_assume_roles_and_not_call_IAM()
    {
        var user = await account.NewUserAsync("user", TestAccount.Allow("iam:*", "sts:*"));
        var answer = await user.Sts.CallAsync("GetSessionToken");
        Assert.Matches("^ASIA[A-Z2-7]{16}$", answer["Credentials.AccessKeyId"]);
        AssertLasts(TimeSpan.FromHours(12), answer);
        var session = account.As(TestEntities.CredentialsOf(answer));
        Assert.Equal(account.Arn("user/user"), (await session.Sts.CallAsync("GetCallerIdentity"))["Arn"]);
        Assert.Equal(
            new SdkError("InvalidClientTokenId", 403, "The security token included in the request is invalid"), await session.Iam.FailAsync("ListUsers"));
        var role = await account.NewRoleAsync("role", policy: TestAccount.Allow("iam:ListUsers"));
        await (await account.AssumeAsync(session, role)).Iam.CallAsync("ListUsers");
        Assert.Equal(
            new SdkError("AccessDenied", 403, "Cannot call GetSessionToken with session credentials"), await session.Sts.FailAsync("GetSessionToken"));
    }

    [Fact, Covers("sts", "GetSessionToken", Aspect.Works)]
    public async Task Needs_no_permission_and_lasts_as_long_as_asked_but_for_root_an_hour()
    {
        var user = await account.NewUserAsync("bare");
        AssertLasts(TimeSpan.FromSeconds(900), await user.Sts.CallAsync("GetSessionToken", new { DurationSeconds = 900 }));
        AssertLasts(TimeSpan.FromHours(1), await account.Root.Sts.CallAsync("GetSessionToken", new { DurationSeconds = 43200 }));
    }

    [Fact, Covers("sts", "GetSessionToken", Aspect.Works)]
    public async Task Ends_with_the_key_of_the_user_who_is_deleted()
    {
        var user = await account.NewUserAsync("leaver");
        var session = account.As(TestEntities.CredentialsOf(await user.Sts.CallAsync("GetSessionToken")));
        await account.Root.Iam.CallAsync("DeleteAccessKey", new { UserName = "leaver", user.Credentials!.AccessKeyId });
        await account.Root.Iam.CallAsync("DeleteUser", new { UserName = "leaver" });
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "leaver" });
        Assert.Equal("InvalidClientTokenId", (await session.Sts.FailAsync("GetCallerIdentity")).Code);
    }

    [Theory, Covers("sts", "GetSessionToken", Aspect.Refuses)]
    [InlineData(899, "greater than or equal to 900")]
    [InlineData(129601, "less than or equal to 129600")]
    public async Task Refuses_durations_out_of_range(int seconds, string rule) => Assert.Equal(
        new SdkError(
            "ValidationError",
            400,
            $"1 validation error detected: Value '{seconds}' at 'durationSeconds' failed to satisfy constraint: Member must have value {rule}"),
        await account.Root.Sts.FailAsync("GetSessionToken", new { DurationSeconds = seconds }));

    [Fact, Covers("sts", "GetSessionToken", Aspect.Denies)]
    public async Task Is_denied_to_sessions_of_roles_and_by_an_explicit_deny()
    {
        var user = await account.NewUserAsync("assumer");
        var session = await account.AssumeAsync(
            user, await account.NewRoleAsync("assumed", TestEntities.Trust(account.Arn("user/assumer")), TestAccount.Allow("*")));
        Assert.Equal(
            new SdkError("AccessDenied", 403, "Cannot call GetSessionToken with session credentials"), await session.Sts.FailAsync("GetSessionToken"));
        const string Deny = """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"sts:GetSessionToken","Resource":"*"}}""";
        await account.Root.Iam.CallAsync("PutUserPolicy", new { UserName = "assumer", PolicyName = "deny", PolicyDocument = Deny });
        Assert.Equal(
            TestEntities.Denial(account.Arn("user/assumer"), "sts:GetSessionToken", "*", "with an explicit deny in an identity-based policy"),
            await user.Sts.FailAsync("GetSessionToken"));
    }

    private static void AssertLasts(TimeSpan expected, SdkAnswer answer)
    {
        var until = DateTimeOffset.Parse(answer["Credentials.Expiration"]!, CultureInfo.InvariantCulture);
        Assert.InRange(until - TimeProvider.System.GetUtcNow(), expected - TimeSpan.FromMinutes(2), expected + TimeSpan.FromSeconds(2));
    }
}
