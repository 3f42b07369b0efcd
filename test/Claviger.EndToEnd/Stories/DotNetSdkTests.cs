using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

namespace Claviger.EndToEnd;

public sealed class DotNetSdkTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact]
    public async Task The_sdk_for_dotnet_assumes_a_role_and_is_refused_in_AWSs_words()
    {
        var alice = await account.NewUserAsync("alice");
        var trust = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"ALICE"},"Action":"sts:AssumeRole"}}"""
            .Replace("ALICE", account.Arn("user/alice"), StringComparison.Ordinal);
        await account.Root.Iam.CallAsync("CreateRole", new { RoleName = "worker", AssumeRolePolicyDocument = trust });

        using var sts = Client(new BasicAWSCredentials(alice.Credentials!.AccessKeyId, alice.Credentials.SecretAccessKey));
        var cancel = TestContext.Current.CancellationToken;
        Assert.Equal(account.Arn("user/alice"), (await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancel)).Arn);

        var assumed = await sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = account.Arn("role/worker"), RoleSessionName = "dotnet" }, cancel);
        using var worker = Client(assumed.Credentials);
        Assert.Equal(
            $"arn:aws:sts::{account.Id}:assumed-role/worker/dotnet", (await worker.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancel)).Arn);

        var refusal = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(
            () => sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = account.Arn("role/nobody"), RoleSessionName = "dotnet" }, cancel));
        Assert.Equal(("AccessDenied", 403), (refusal.ErrorCode, (int)refusal.StatusCode));
    }

    [Fact]
    public async Task The_sdk_for_dotnet_gets_a_session_token_of_the_same_user()
    {
        var bob = await account.NewUserAsync("bob");
        using var sts = Client(new BasicAWSCredentials(bob.Credentials!.AccessKeyId, bob.Credentials.SecretAccessKey));
        var cancel = TestContext.Current.CancellationToken;
        var token = await sts.GetSessionTokenAsync(new GetSessionTokenRequest { DurationSeconds = 900 }, cancel);
        using var session = Client(token.Credentials);
        Assert.Equal(account.Arn("user/bob"), (await session.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancel)).Arn);
    }

    private AmazonSecurityTokenServiceClient Client(AWSCredentials credentials) =>
        new(credentials, new AmazonSecurityTokenServiceConfig { ServiceURL = account.Server.Endpoint.OriginalString, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
}
