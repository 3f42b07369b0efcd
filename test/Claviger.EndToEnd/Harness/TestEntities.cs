using System.Text;
using System.Text.Json.Nodes;

namespace Claviger.EndToEnd;

/// <summary>Policies, roles, sessions and quotas of a test's account, made in a line.</summary>
public static class TestEntities
{
    /// <summary>A trust policy that lets these AWS principals assume a role and pass tags and a source identity.</summary>
    public static string Trust(params IEnumerable<string> principals) => Trust(principals, null);

    /// <summary>The same under a condition: an operator, a key and a value.</summary>
    public static string Trust(IEnumerable<string> principals, (string Operator, string Key, string Value)? condition) => Document(
        ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"],
        statement => statement["Principal"] = new JsonObject { ["AWS"] = new JsonArray([.. principals.Select(principal => (JsonNode)principal)]) },
        condition);

    /// <summary>A policy document with one Allow of these actions on every resource under a condition.</summary>
    public static string AllowIf(string @operator, string key, string value, params IEnumerable<string> actions) =>
        Document(actions, statement => statement["Resource"] = "*", (@operator, key, value));

    /// <summary>Makes a managed policy.</summary>
    /// <returns>Its ARN.</returns>
    public static async Task<string> NewPolicyAsync(this TestAccount account, string name, string document, string path = "/")
    {
        var made = await account.Root.Iam.CallAsync("CreatePolicy", new { PolicyName = name, Path = path, PolicyDocument = document });
        return made["Policy.Arn"]!;
    }

    /// <summary>Makes a role, with this inline policy where one is given.</summary>
    /// <returns>Its ARN.</returns>
    public static async Task<string> NewRoleAsync(this TestAccount account, string name, string? trust = null, string? policy = null)
    {
        var made = await account.Root.Iam.CallAsync(
            "CreateRole", new { RoleName = name, AssumeRolePolicyDocument = trust ?? Trust(account.Arn("root")) });
        if (policy is not null)
        {
            await account.Root.Iam.CallAsync("PutRolePolicy", new { RoleName = name, PolicyName = "inline", PolicyDocument = policy });
        }

        return made["Role.Arn"]!;
    }

    /// <summary>Assumes a role by these parameters of AssumeRole.</summary>
    /// <returns>Who the session's credentials make the caller.</returns>
    public static async Task<SdkCaller> AssumeAsync(this TestAccount account, SdkCaller caller, object parameters) =>
        account.As(CredentialsOf(await caller.Sts.CallAsync("AssumeRole", parameters)));

    /// <summary>Assumes a role as the session <c>session</c>.</summary>
    public static Task<SdkCaller> AssumeAsync(this TestAccount account, SdkCaller caller, string roleArn) =>
        account.AssumeAsync(caller, new { RoleArn = roleArn, RoleSessionName = "session" });

    /// <summary>The temporary credentials in an answer of STS.</summary>
    public static AwsCredentials CredentialsOf(SdkAnswer answer) => new(
        answer["Credentials.AccessKeyId"]!, answer["Credentials.SecretAccessKey"]!, answer["Credentials.SessionToken"]);

    /// <summary>Sets a quota of the account.</summary>
    public static async Task SetQuotaAsync(this TestAccount account, string name, long value)
    {
        var request = new RawRequest
        {
            Target = "/_claviger/quotas",
            Headers = [("Content-Type", "application/json")],
            Body = Encoding.UTF8.GetBytes(new JsonObject { ["Name"] = name, ["Value"] = value }.ToJsonString()),
        };
        Assert.Equal(200, (await account.Root.Http.SendAsync(account.Root.Http.Sign(request))).Status);
    }

    /// <summary>A denial in AWS's words.</summary>
    /// <param name="caller">The caller's ARN.</param>
    /// <param name="action">The action.</param>
    /// <param name="resource">What AWS prints of the resource.</param>
    /// <param name="reason">What follows the resource; empty for none.</param>
    public static SdkError Denial(string caller, string action, string resource, string reason = "") => new(
        "AccessDenied", 403, $"User: {caller} is not authorized to perform: {action} on resource: {resource}{(reason.Length > 0 ? " " : "")}{reason}");

    private static string Document(
        IEnumerable<string> actions, Action<JsonObject> complete, (string Operator, string Key, string Value)? condition)
    {
        var statement = new JsonObject
        {
            ["Effect"] = "Allow",
            ["Action"] = new JsonArray([.. actions.Select(action => (JsonNode)action)]),
        };
        complete(statement);
        if (condition is var (name, key, value))
        {
            statement["Condition"] = new JsonObject { [name] = new JsonObject { [key] = value } };
        }

        return new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = statement }.ToJsonString();
    }
}
