namespace Claviger.EndToEnd;

public sealed class GetFederationTokenTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("sts", "GetFederationToken", Aspect.Works)]
    public async Task Gives_what_the_users_permissions_and_the_session_policy_both_allow()
    {
        var user = await account.NewUserAsync("broker", TestAccount.Allow("sts:GetFederationToken", "sts:GetCallerIdentity", "ec2:DescribeInstances"));
        var answer = await user.Sts.CallAsync("GetFederationToken", new { Name = "guest", Policy = TestAccount.Allow("ec2:*", "s3:*") });
        Assert.Equal($"arn:aws:sts::{account.Id}:federated-user/guest", answer["FederatedUser.Arn"]);
        Assert.Equal($"{account.Id}:guest", answer["FederatedUser.FederatedUserId"]);
        var guest = account.As(TestEntities.CredentialsOf(answer));
        Assert.Equal($"arn:aws:sts::{account.Id}:federated-user/guest", (await guest.Sts.CallAsync("GetCallerIdentity"))["Arn"]);
        Assert.Equal("InvalidClientTokenId", (await guest.Iam.FailAsync("ListUsers")).Code);
        Assert.Equal("AccessDenied", (await guest.Sts.FailAsync("GetFederationToken", new { Name = "guest2" })).Code);
    }

    [Fact, Covers("sts", "GetFederationToken", Aspect.Refuses)]
    public async Task Refuses_short_names_malformed_policies_and_policies_that_are_not_there()
    {
        Assert.Equal("ValidationError", (await account.Root.Sts.FailAsync("GetFederationToken", new { Name = "x" })).Code);
        Assert.Equal("MalformedPolicyDocument", (await account.Root.Sts.FailAsync("GetFederationToken", new { Name = "guest", Policy = "{}" })).Code);
        Assert.Equal(
            "ValidationError",
            (await account.Root.Sts.FailAsync("GetFederationToken", new { Name = "guest", PolicyArns = new[] { new { arn = account.Arn("policy/none") } } })).Code);
    }

    [Fact, Covers("sts", "GetFederationToken", Aspect.Denies)]
    public async Task Is_denied_without_permission_and_to_sessions()
    {
        var eve = await account.NewUserAsync("eve");
        var arn = $"arn:aws:sts::{account.Id}:federated-user/guest";
        Assert.Equal(account.Denied("eve", "sts:GetFederationToken", arn), await eve.Sts.FailAsync("GetFederationToken", new { Name = "guest" }));
        var session = await account.AssumeAsync(
            eve, await account.NewRoleAsync("role", TestEntities.Trust(account.Arn("user/eve")), TestAccount.Allow("*")));
        Assert.Equal(
            new SdkError("AccessDenied", 403, "Cannot call GetFederationToken with session credentials"),
            await session.Sts.FailAsync("GetFederationToken", new { Name = "guest" }));
        var clerk = await account.NewUserAsync("clerk", TestAccount.Allow("sts:GetFederationToken"));
        Assert.Equal(
            account.Denied("clerk", "sts:TagSession", arn),
            await clerk.Sts.FailAsync("GetFederationToken", new { Name = "guest", Tags = new[] { new { Key = "a", Value = "1" } } }));
    }
}
