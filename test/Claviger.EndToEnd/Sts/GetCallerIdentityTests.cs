namespace Claviger.EndToEnd;

public sealed class GetCallerIdentityTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("sts", "GetCallerIdentity", Aspect.Works)]
    public async Task Tells_root_users_sessions_and_users_apart()
    {
        await AssertIsAsync(account.Root, account.Id, account.Arn("root"));

        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "alice", Path = "/eng/" });
        var key = await account.Root.Iam.CallAsync("CreateAccessKey", new { UserName = "alice" });
        var alice = account.As(new AwsCredentials(key["AccessKey.AccessKeyId"]!, key["AccessKey.SecretAccessKey"]!));
        var userId = (await account.Root.Iam.CallAsync("GetUser", new { UserName = "alice" }))["User.UserId"]!;
        await AssertIsAsync(alice, userId, account.Arn("user/eng/alice"));
        await AssertIsAsync(
            account.As(TestEntities.CredentialsOf(await alice.Sts.CallAsync("GetSessionToken"))), userId, account.Arn("user/eng/alice"));

        var role = await account.Root.Iam.CallAsync("CreateRole", new
        {
            RoleName = "Works",
            Path = "/ci/",
            AssumeRolePolicyDocument = TestEntities.Trust(account.Arn("user/eng/alice")),
        });
        var session = await account.AssumeAsync(alice, role["Role.Arn"]!);
        await AssertIsAsync(session, $"{role["Role.RoleId"]}:session", $"arn:aws:sts::{account.Id}:assumed-role/Works/session");

        async Task AssertIsAsync(SdkCaller caller, string id, string arn)
        {
            var answer = await caller.Sts.CallAsync("GetCallerIdentity");
            Assert.Equal((id, account.Id, arn), (answer["UserId"], answer["Account"], answer["Arn"]));
        }
    }

    [Fact, Covers("sts", "GetCallerIdentity", Aspect.Denies)]
    public async Task Is_not_stopped_by_an_explicit_deny_of_everything()
    {
        var user = await account.NewUserAsync("denied");
        await account.Root.Iam.CallAsync("AttachUserPolicy", new { UserName = "denied", PolicyArn = "arn:aws:iam::aws:policy/AWSDenyAll" });
        Assert.Equal(account.Arn("user/denied"), (await user.Sts.CallAsync("GetCallerIdentity"))["Arn"]);
    }

    [Fact, Covers("sts", "GetCallerIdentity", Aspect.Refuses | Aspect.Denies)]
    public async Task Refuses_who_shows_no_key_a_wrong_key_or_an_unknown_one()
    {
        Assert.Equal(
            new SdkError("MissingAuthenticationToken", 403, "Request is missing Authentication Token"),
            await account.Server.Anonymous.Sts.FailAsync("GetCallerIdentity"));
        var wrong = account.As(new AwsCredentials(account.Root.Credentials!.AccessKeyId, "wrong/secret+key0123456789abcdefghijklmno"));
        var error = await wrong.Sts.FailAsync("GetCallerIdentity");
        Assert.Equal(("SignatureDoesNotMatch", 403), (error.Code, error.Status));
        Assert.Equal(
            new SdkError("InvalidClientTokenId", 403, "The security token included in the request is invalid."),
            await account.As(new AwsCredentials("AKIAQAAAAAAANOBODY77", "secret")).Sts.FailAsync("GetCallerIdentity"));
    }

    [Fact, Covers("sts", "GetCallerIdentity", Aspect.Refuses)]
    public async Task Refuses_a_session_token_that_was_altered()
    {
        var issued = TestEntities.CredentialsOf(await account.Root.Sts.CallAsync("GetSessionToken"));
        var token = issued.SessionToken!;
        var altered = token[..^8] + (token[^8] == 'A' ? 'B' : 'A') + token[^7..];
        var error = await account.As(issued with { SessionToken = altered }).Sts.FailAsync("GetCallerIdentity");
        Assert.Equal(("InvalidClientTokenId", 403), (error.Code, error.Status));
        error = await account.As(issued with { SessionToken = null }).Sts.FailAsync("GetCallerIdentity");
        Assert.Equal(("InvalidClientTokenId", 403), (error.Code, error.Status));
    }
}
