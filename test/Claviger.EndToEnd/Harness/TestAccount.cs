using System.Text;
using System.Text.Json.Nodes;

namespace Claviger.EndToEnd;

/// <summary>An account that one test class has for itself, so that classes run side by side on one server.</summary>
/// <remarks>A class takes it as <c>IClassFixture&lt;TestAccount&gt;</c>.</remarks>
public sealed class TestAccount(TestServer server) : IAsyncLifetime
{
    private string? _id;
    private SdkCaller? _root;

    /// <summary>The 12 digits.</summary>
    public string Id => _id ?? throw new InvalidOperationException("The account is not there yet.");

    /// <summary>The root user, with an access key of its own.</summary>
    public SdkCaller Root => _root ?? throw new InvalidOperationException("The account is not there yet.");

    /// <summary>The server that serves it.</summary>
    public TestServer Server => server;

    /// <summary>The ARN of a resource of IAM in this account: <c>Arn("user/alice")</c>.</summary>
    public string Arn(string resource) => $"arn:aws:iam::{Id}:{resource}";

    /// <summary>The caller who holds these keys.</summary>
    public SdkCaller As(AwsCredentials credentials) => new(server, credentials);

    /// <summary>Makes a user with an access key, and with this inline policy where one is given.</summary>
    public async Task<SdkCaller> NewUserAsync(string name, string? policy = null)
    {
        await Root.Iam.CallAsync("CreateUser", new { UserName = name });
        if (policy is not null)
        {
            await Root.Iam.CallAsync("PutUserPolicy", new { UserName = name, PolicyName = "inline", PolicyDocument = policy });
        }

        var key = await Root.Iam.CallAsync("CreateAccessKey", new { UserName = name });
        return As(new AwsCredentials(key["AccessKey.AccessKeyId"]!, key["AccessKey.SecretAccessKey"]!));
    }

    /// <summary>A policy document with one Allow of these actions on every resource.</summary>
    public static string Allow(params IEnumerable<string> actions) => AllowOn("*", actions);

    /// <summary>A policy document with one Allow of these actions on a resource.</summary>
    public static string AllowOn(string resource, params IEnumerable<string> actions) => new JsonObject
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonObject
        {
            ["Effect"] = "Allow",
            ["Action"] = new JsonArray([.. actions.Select(action => (JsonNode)action)]),
            ["Resource"] = resource,
        },
    }.ToJsonString();

    /// <summary>What a user without any policy is answered.</summary>
    public SdkError Denied(string user, string action, string resource) => new(
        "AccessDenied",
        403,
        $"User: {Arn("user/" + user)} is not authorized to perform: {action} on resource: {resource} because no identity-based policy allows the {action} action");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var http = server.FirstRoot.Http;
        var request = new RawRequest
        {
            Target = "/_claviger/accounts",
            Headers = [("Content-Type", "application/json")],
            Body = Encoding.UTF8.GetBytes("{}"),
        };
        var answer = await http.SendAsync(http.Sign(request));
        Assert.Equal(200, answer.Status);
        var made = JsonNode.Parse(answer.Body)!;
        _id = (string)made["AccountId"]!;
        _root = As(new AwsCredentials((string)made["RootAccessKeyId"]!, (string)made["RootSecretAccessKey"]!));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
