using System.Text.Json.Nodes;

namespace Claviger.EndToEnd;

/// <summary>The story as a session at a terminal, with Debian's <c>aws</c>.</summary>
public sealed class AwsCliStoryTests(TestAccount account) : IClassFixture<TestAccount>
{
    private const string Ec2ReadOnly = "arn:aws:iam::aws:policy/AmazonEC2ReadOnlyAccess";

    [Fact]
    public async Task Runs_from_the_first_user_to_a_key_made_inactive()
    {
        var root = account.Root.Aws;
        await RunAsync(root, "iam", "create-user", "--user-name", "alice");
        await RunAsync(root, "iam", "attach-user-policy", "--user-name", "alice", "--policy-arn", Ec2ReadOnly);
        await RunAsync(root, "iam", "create-group", "--group-name", "auditors");
        await RunAsync(root, "iam", "add-user-to-group", "--group-name", "auditors", "--user-name", "alice");
        var key = (await RunAsync(root, "iam", "create-access-key", "--user-name", "alice"))!["AccessKey"]!;
        var alice = account.As(new AwsCredentials((string)key["AccessKeyId"]!, (string)key["SecretAccessKey"]!)).Aws;
        Assert.Equal(account.Arn("user/alice"), (string?)(await RunAsync(alice, "sts", "get-caller-identity"))!["Arn"]);

        await AssertRefusedAsync(alice, "ListUsers", account.Denied("alice", "iam:ListUsers", account.Arn("user/")), "iam", "list-users");
        await RunAsync(
            root, "iam", "put-group-policy", "--group-name", "auditors", "--policy-name", "audit", "--policy-document", TestAccount.Allow("iam:List*", "sts:AssumeRole"));
        Assert.Equal("alice", (string?)(await RunAsync(alice, "iam", "list-users"))!["Users"]![0]!["UserName"]);

        await GoesThroughRolesAsync(root, alice);

        var cap = (await RunAsync(root, "iam", "create-policy", "--policy-name", "cap", "--policy-document", TestAccount.Allow("iam:ListUsers")))!;
        await RunAsync(root, "iam", "put-user-permissions-boundary", "--user-name", "alice", "--permissions-boundary", (string)cap["Policy"]!["Arn"]!);
        await RunAsync(alice, "iam", "list-users");
        var capped = TestEntities.Denial(
            account.Arn("user/alice"), "iam:ListGroups", account.Arn("group/"), "because no permissions boundary allows the iam:ListGroups action");
        await AssertRefusedAsync(alice, "ListGroups", capped, "iam", "list-groups");

        await RunAsync(root, "iam", "update-access-key", "--user-name", "alice", "--access-key-id", (string)key["AccessKeyId"]!, "--status", "Inactive");
        var inactive = new SdkError("InvalidClientTokenId", 403, "The security token included in the request is invalid.");
        await AssertRefusedAsync(alice, "ListUsers", inactive, "iam", "list-users");
    }

    private async Task GoesThroughRolesAsync(AwsCli root, AwsCli alice)
    {
        await RunAsync(
            root, "iam", "create-role", "--role-name", "deployer", "--assume-role-policy-document", TestEntities.Trust(account.Arn("root")));
        await RunAsync(root, "iam", "attach-role-policy", "--role-name", "deployer", "--policy-arn", "arn:aws:iam::aws:policy/IAMReadOnlyAccess");
        var assumed = (await RunAsync(
            alice, "sts", "assume-role", "--role-arn", account.Arn("role/deployer"), "--role-session-name", "work"))!["Credentials"]!;
        var session = account.As(new AwsCredentials(
            (string)assumed["AccessKeyId"]!, (string)assumed["SecretAccessKey"]!, (string)assumed["SessionToken"]!)).Aws;
        Assert.Equal(
            $"arn:aws:sts::{account.Id}:assumed-role/deployer/work", (string?)(await RunAsync(session, "sts", "get-caller-identity"))!["Arn"]);
        await RunAsync(session, "iam", "get-user", "--user-name", "alice");
        await RunAsync(root, "iam", "create-user", "--user-name", "bob");
        await RunAsync(
            root, "iam", "create-role", "--role-name", "bobs", "--assume-role-policy-document", TestEntities.Trust(account.Arn("user/bob")));
        await AssertRefusedAsync(
            alice,
            "AssumeRole",
            TestEntities.Denial(account.Arn("user/alice"), "sts:AssumeRole", account.Arn("role/bobs")),
            "sts", "assume-role", "--role-arn", account.Arn("role/bobs"), "--role-session-name", "work");
    }

    private static async Task<JsonNode?> RunAsync(AwsCli aws, params string[] arguments)
    {
        var run = await aws.RunAsync(arguments);
        Assert.True(run.ExitCode == 0, $"aws {string.Join(' ', arguments)}: {run.Errors}");
        return run.Output.Length == 0 ? null : JsonNode.Parse(run.Output);
    }

    private static async Task AssertRefusedAsync(AwsCli aws, string operation, SdkError error, params string[] arguments)
    {
        var run = await aws.RunAsync(arguments);
        Assert.Equal(254, run.ExitCode);
        // aws tells of retries because the tests ask for none.
        Assert.Equal(
            $"An error occurred ({error.Code}) when calling the {operation} operation (reached max retries: 0): {error.Message}", run.Errors.Trim());
    }
}
