using System.Text.Json.Nodes;

namespace Claviger.EndToEnd;

public sealed class GovernedUserTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Theory]
    [InlineData(Hands.Aws)]
    [InlineData(Hands.Boto3)]
    [InlineData(Hands.JavaScript)]
    public async Task A_user_can_do_what_group_boundary_role_and_key_let_her_at_every_moment(Hands hands)
    {
        var tell = new StoryTeller(account.Server, hands);
        var root = account.Root.Credentials!;
        var name = $"alice-{hands}";
        var (group, role, other, cap) = ($"readers-{hands}", $"worker-{hands}", $"stranger-{hands}", $"cap-{hands}");
        Task<SdkAnswer> AsRoot(string operation, object parameters) => tell.CallAsync(root, "iam", operation, parameters);
        (string, string) Refusal(string caller, string action, string resource, string kind) => (
            "AccessDenied", $"User: {caller} is not authorized to perform: {action} on resource: {resource} because no {kind} allows the {action} action");

        await AsRoot("CreateUser", new { UserName = name });
        await AsRoot("CreateGroup", new { GroupName = group });
        await AsRoot("AddUserToGroup", new { GroupName = group, UserName = name });
        await AsRoot("AttachUserPolicy", new { UserName = name, PolicyArn = "arn:aws:iam::aws:policy/AmazonEC2ReadOnlyAccess" });
        var key = await AsRoot("CreateAccessKey", new { UserName = name });
        var alice = new AwsCredentials(key["AccessKey.AccessKeyId"]!, key["AccessKey.SecretAccessKey"]!);
        var arn = account.Arn($"user/{name}");
        Assert.Equal(arn, (await tell.CallAsync(alice, "sts", "GetCallerIdentity"))["Arn"]);

        // Her own policy speaks of EC2 only; the group's is heard on the very next call.
        var denial = Refusal(arn, "iam:ListUsers", account.Arn("user/"), "identity-based policy");
        Assert.Equal(denial, await tell.FailAsync(alice, "iam", "ListUsers"));
        await AsRoot("AttachGroupPolicy", new { GroupName = group, PolicyArn = "arn:aws:iam::aws:policy/IAMReadOnlyAccess" });
        Assert.Contains(name, (await tell.CallAsync(alice, "iam", "ListUsers")).Texts("Users", "UserName"));

        // A boundary allows nothing by itself and takes away what it doesn't name.
        var boundary = await AsRoot("CreatePolicy", new { PolicyName = cap, PolicyDocument = TestAccount.Allow("iam:GetUser") });
        await AsRoot("PutUserPermissionsBoundary", new { UserName = name, PermissionsBoundary = boundary["Policy.Arn"] });
        Assert.Equal(
            Refusal(arn, "iam:ListUsers", account.Arn("user/"), "permissions boundary"), await tell.FailAsync(alice, "iam", "ListUsers"));
        Assert.Equal(name, (await tell.CallAsync(alice, "iam", "GetUser", new { UserName = name }))["User.UserName"]);
        await AsRoot("DeleteUserPermissionsBoundary", new { UserName = name });
        await tell.CallAsync(alice, "iam", "ListUsers");

        // One role trusts her, one trusts somebody else.
        var made = await AsRoot("CreateRole", new { RoleName = role, AssumeRolePolicyDocument = Trust(arn) });
        await AsRoot("CreateRole", new { RoleName = other, AssumeRolePolicyDocument = Trust(account.Arn("root")) });
        await AsRoot("PutRolePolicy", new { RoleName = role, PolicyName = "inline", PolicyDocument = TestAccount.Allow("iam:ListRoles") });
        var assumed = await tell.CallAsync(alice, "sts", "AssumeRole", new { RoleArn = made["Role.Arn"], RoleSessionName = "story" });
        var worker = new AwsCredentials(assumed["Credentials.AccessKeyId"]!, assumed["Credentials.SecretAccessKey"]!, assumed["Credentials.SessionToken"]);
        var session = $"arn:aws:sts::{account.Id}:assumed-role/{role}/story";
        Assert.Equal(session, (await tell.CallAsync(worker, "sts", "GetCallerIdentity"))["Arn"]);
        Assert.Contains(role, (await tell.CallAsync(worker, "iam", "ListRoles")).Texts("Roles", "RoleName"));
        Assert.Equal(
            Refusal(session, "iam:ListUsers", account.Arn("user/"), "identity-based policy"), await tell.FailAsync(worker, "iam", "ListUsers"));
        var (code, message) = await tell.FailAsync(alice, "sts", "AssumeRole", new { RoleArn = account.Arn($"role/{other}"), RoleSessionName = "story" });
        Assert.Equal("AccessDenied", code);
        Assert.StartsWith(
            $"User: {arn} is not authorized to perform: sts:AssumeRole on resource: {account.Arn($"role/{other}")}", message, StringComparison.Ordinal);

        // The key is taken from her: the next call is nobody's.
        await AsRoot("UpdateAccessKey", new { UserName = name, AccessKeyId = alice.AccessKeyId, Status = "Inactive" });
        Assert.Equal(
            ("InvalidClientTokenId", "The security token included in the request is invalid."), await tell.FailAsync(alice, "sts", "GetCallerIdentity"));
    }

    private static string Trust(string principal) => new JsonObject
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonObject
        {
            ["Effect"] = "Allow",
            ["Principal"] = new JsonObject { ["AWS"] = principal },
            ["Action"] = "sts:AssumeRole",
        },
    }.ToJsonString();
}
