namespace Claviger.EndToEnd;

/// <summary>Makes one and the same call through whichever client a story is told with.</summary>
public sealed class StoryTeller(TestServer server, Hands hands)
{
    /// <summary>Makes a call that must succeed.</summary>
    public async Task<SdkAnswer> CallAsync(AwsCredentials who, string service, string operation, object? parameters = null)
    {
        var (answer, error) = await SendAsync(who, service, operation, parameters);
        Assert.True(error is null, $"{service} {operation} was refused: {error}");
        return answer!;
    }

    /// <summary>Makes a call that must be refused.</summary>
    /// <returns>The error's code and message: <c>aws</c> does not tell the status.</returns>
    public async Task<(string Code, string Message)> FailAsync(AwsCredentials who, string service, string operation, object? parameters = null)
    {
        var (answer, error) = await SendAsync(who, service, operation, parameters);
        Assert.True(error is not null, $"{service} {operation} went through: {answer?.Json?.ToJsonString()}");
        return (error.Code, error.Message);
    }

    private Task<(SdkAnswer? Answer, SdkError? Error)> SendAsync(AwsCredentials who, string service, string operation, object? parameters) => hands switch
    {
        Hands.Aws => new AwsCli(server.Endpoint, who).CallAsync(service, operation, parameters),
        Hands.Boto3 => server.Boto3.CallAsync(server.Endpoint, service, operation, parameters, who),
        Hands.JavaScript => server.JavaScript.CallAsync(server.Endpoint, service, operation, parameters, who),
    };
}
