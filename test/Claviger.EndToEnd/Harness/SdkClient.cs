namespace Claviger.EndToEnd;

/// <summary>One AWS service through an SDK, as one caller.</summary>
public sealed class SdkClient(SdkProcess sdk, Uri endpoint, string service, AwsCredentials? credentials)
{
    /// <summary>Makes a call that must succeed.</summary>
    /// <param name="operation">AWS's name of it, as <c>CreateUser</c>.</param>
    /// <param name="parameters">Its parameters under AWS's names, as an anonymous object or a dictionary.</param>
    public async Task<SdkAnswer> CallAsync(string operation, object? parameters = null)
    {
        var (answer, error) = await sdk.CallAsync(endpoint, service, operation, parameters, credentials);
        Assert.True(error is null, $"{service} {operation} was refused: {error}");
        return answer!;
    }

    /// <summary>Makes a call that may go through or be refused.</summary>
    /// <returns>Its answer, or the error.</returns>
    public Task<(SdkAnswer? Answer, SdkError? Error)> TryAsync(string operation, object? parameters = null) =>
        sdk.CallAsync(endpoint, service, operation, parameters, credentials);

    /// <summary>Makes a call that must be refused.</summary>
    public async Task<SdkError> FailAsync(string operation, object? parameters = null)
    {
        var (answer, error) = await sdk.CallAsync(endpoint, service, operation, parameters, credentials);
        Assert.True(error is not null, $"{service} {operation} went through: {answer?.Json?.ToJsonString()}");
        if (service is "iam" or "sts")
        {
            error.DemandAuthorizationId();
        }

        return error;
    }
}
