namespace Claviger.EndToEnd;

public sealed class CrossAccountTests(TestAccount account, CrossAccountTests.Other other) : IClassFixture<TestAccount>, IClassFixture<CrossAccountTests.Other>
{
    [Fact, Covers("sts", "AssumeRole", Aspect.Works)]
    public async Task Works_where_the_trust_names_the_account_and_a_policy_there_permits()
    {
        var user = await account.NewUserAsync("both", TestAccount.Allow("sts:AssumeRole"));
        var arn = await other.Account.NewRoleAsync("both", TestEntities.Trust(account.Arn("root")), TestAccount.Allow("iam:*"));
        await other.Account.Root.Iam.CallAsync("CreateUser", new { UserName = "theirs" });
        var session = await account.AssumeAsync(user, arn);
        Assert.Equal(other.Account.Id, (await session.Sts.CallAsync("GetCallerIdentity"))["Account"]);
        Assert.Contains("theirs", (await session.Iam.CallAsync("ListUsers")).Texts("Users", "UserName"));
        Assert.DoesNotContain("both", (await session.Iam.CallAsync("ListUsers")).Texts("Users", "UserName"));
    }

    [Fact, Covers("sts", "AssumeRole", Aspect.Denies)]
    public async Task Is_denied_where_either_is_missing()
    {
        var bare = await account.NewUserAsync("bare");
        var permitted = await account.NewUserAsync("permitted", TestAccount.Allow("sts:AssumeRole"));
        var named = await other.Account.NewRoleAsync("named", TestEntities.Trust(account.Arn("user/bare"), account.Arn("root")));
        var closed = await other.Account.NewRoleAsync("closed", TestEntities.Trust(other.Account.Arn("root")));
        Assert.Equal(
            account.Denied("bare", "sts:AssumeRole", named), await bare.Sts.FailAsync("AssumeRole", new { RoleArn = named, RoleSessionName = "bare" }));
        Assert.Equal(
            TestEntities.Denial(account.Arn("user/permitted"), "sts:AssumeRole", closed),
            await permitted.Sts.FailAsync("AssumeRole", new { RoleArn = closed, RoleSessionName = "permitted" }));
    }

    [Fact, Covers("sts", "AssumeRole", Aspect.Denies)]
    public async Task Is_denied_to_a_user_of_another_account_who_has_taken_a_trusted_name()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "leaver" });
        var arn = await other.Account.NewRoleAsync("faithful", TestEntities.Trust(account.Arn("user/leaver")));
        await account.Root.Iam.CallAsync("DeleteUser", new { UserName = "leaver" });
        var heir = await account.NewUserAsync("leaver", TestAccount.Allow("sts:AssumeRole"));
        Assert.Equal(
            TestEntities.Denial(account.Arn("user/leaver"), "sts:AssumeRole", arn),
            await heir.Sts.FailAsync("AssumeRole", new { RoleArn = arn, RoleSessionName = "heir" }));
    }

    /// <summary>The account whose roles are assumed.</summary>
    public sealed class Other(TestServer server) : IAsyncLifetime
    {
        /// <summary>It.</summary>
        public TestAccount Account { get; } = new(server);

        /// <inheritdoc/>
        public ValueTask InitializeAsync() => Account.InitializeAsync();

        /// <inheritdoc/>
        public ValueTask DisposeAsync() => Account.DisposeAsync();
    }
}
