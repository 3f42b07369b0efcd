using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

namespace Claviger.EndToEnd;

/// <summary>STS through the AWS SDK for .NET, IAM through that for JavaScript.</summary>
public sealed class DotNetStoryTests(TestAccount account) : Story(account), IClassFixture<TestAccount>
{
    private readonly TestAccount _account = account;

    protected override SdkClient Iam(SdkCaller caller) => caller.JavaScriptIam;

    protected override async Task<(string? Arn, SdkError? Error)> IdentityAsync(SdkCaller caller)
    {
        var (answer, error) = await TryAsync(caller, sts => sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), TestContext.Current.CancellationToken));
        return (answer?.Arn, error);
    }

    protected override async Task<(AwsCredentials? Credentials, SdkError? Error)> AssumeAsync(SdkCaller caller, string roleArn)
    {
        var request = new AssumeRoleRequest { RoleArn = roleArn, RoleSessionName = "work" };
        var (answer, error) = await TryAsync(caller, sts => sts.AssumeRoleAsync(request, TestContext.Current.CancellationToken));
        var got = answer?.Credentials;
        return (got is null ? null : new AwsCredentials(got.AccessKeyId, got.SecretAccessKey, got.SessionToken), error);
    }

    private async Task<(T? Answer, SdkError? Error)> TryAsync<T>(SdkCaller caller, Func<AmazonSecurityTokenServiceClient, Task<T>> call)
        where T : class
    {
        var keys = caller.Credentials!;
        AWSCredentials credentials = keys.SessionToken is null
            ? new BasicAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey)
            : new SessionAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken);
        using var sts = new AmazonSecurityTokenServiceClient(credentials, new AmazonSecurityTokenServiceConfig
        {
            ServiceURL = _account.Server.Endpoint.OriginalString,
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = 0,
        });
        try
        {
            return (await call(sts), null);
        }
        catch (AmazonSecurityTokenServiceException error)
        {
            return (null, new SdkError(error.ErrorCode, (int)error.StatusCode, error.Message));
        }
    }
}
