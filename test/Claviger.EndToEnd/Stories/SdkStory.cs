namespace Claviger.EndToEnd;

/// <summary>The story through an SDK in a process of its own, IAM and STS alike.</summary>
public abstract class SdkStory(TestAccount account) : Story(account)
{
    /// <summary>STS through the SDK.</summary>
    protected abstract SdkClient Sts(SdkCaller caller);

    /// <inheritdoc/>
    protected override async Task<(string? Arn, SdkError? Error)> IdentityAsync(SdkCaller caller)
    {
        var (answer, error) = await Sts(caller).TryAsync("GetCallerIdentity");
        return (answer?["Arn"], error);
    }

    /// <inheritdoc/>
    protected override async Task<(AwsCredentials? Credentials, SdkError? Error)> AssumeAsync(SdkCaller caller, string roleArn)
    {
        var (answer, error) = await Sts(caller).TryAsync("AssumeRole", new { RoleArn = roleArn, RoleSessionName = "work" });
        return (answer is null ? null : TestEntities.CredentialsOf(answer), error);
    }
}
