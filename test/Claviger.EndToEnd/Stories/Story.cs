namespace Claviger.EndToEnd;

/// <summary>What everybody does with IAM, from the first user to a key made inactive, through one client.</summary>
public abstract class Story(TestAccount account)
{
    private const string Ec2ReadOnly = "arn:aws:iam::aws:policy/AmazonEC2ReadOnlyAccess";

    /// <summary>IAM through the client.</summary>
    protected abstract SdkClient Iam(SdkCaller caller);

    /// <summary>The caller's ARN by GetCallerIdentity through the client, or why it is not told.</summary>
    protected abstract Task<(string? Arn, SdkError? Error)> IdentityAsync(SdkCaller caller);

    /// <summary>Credentials by AssumeRole through the client, as the session <c>work</c>, or why there are none.</summary>
    protected abstract Task<(AwsCredentials? Credentials, SdkError? Error)> AssumeAsync(SdkCaller caller, string roleArn);

    /// <summary>The story.</summary>
    [Fact]
    public async Task Runs_from_the_first_user_to_a_key_made_inactive()
    {
        var root = Iam(account.Root);
        await root.CallAsync("CreateUser", new { UserName = "alice" });
        await root.CallAsync("AttachUserPolicy", new { UserName = "alice", PolicyArn = Ec2ReadOnly });
        Assert.Equal([Ec2ReadOnly], (await root.CallAsync("ListAttachedUserPolicies", new { UserName = "alice" })).Texts("AttachedPolicies", "PolicyArn"));
        await root.CallAsync("CreateGroup", new { GroupName = "auditors" });
        await root.CallAsync("AddUserToGroup", new { GroupName = "auditors", UserName = "alice" });
        var key = await root.CallAsync("CreateAccessKey", new { UserName = "alice" });
        var alice = account.As(new AwsCredentials(key["AccessKey.AccessKeyId"]!, key["AccessKey.SecretAccessKey"]!));
        Assert.Equal((account.Arn("user/alice"), null), await IdentityAsync(alice));

        Assert.Equal(account.Denied("alice", "iam:ListUsers", account.Arn("user/")), await Iam(alice).FailAsync("ListUsers"));
        await root.CallAsync(
            "PutGroupPolicy",
            new { GroupName = "auditors", PolicyName = "audit", PolicyDocument = TestAccount.Allow("iam:List*", "sts:AssumeRole") });
        Assert.Equal(["alice"], (await Iam(alice).CallAsync("ListUsers")).Texts("Users", "UserName"));

        await GoesThroughRolesAsync(root, alice);
        await IsCappedByABoundaryAsync(root, alice);

        await root.CallAsync("UpdateAccessKey", new { UserName = "alice", alice.Credentials!.AccessKeyId, Status = "Inactive" });
        var error = new SdkError("InvalidClientTokenId", 403, "The security token included in the request is invalid.");
        Assert.Equal(error, await Iam(alice).FailAsync("ListUsers"));
        Assert.Equal((null, error), await IdentityAsync(alice));
    }

    private async Task GoesThroughRolesAsync(SdkClient root, SdkCaller alice)
    {
        var open = await root.CallAsync(
            "CreateRole", new { RoleName = "deployer", AssumeRolePolicyDocument = TestEntities.Trust(account.Arn("root")) });
        await root.CallAsync(
            "PutRolePolicy", new { RoleName = "deployer", PolicyName = "groups", PolicyDocument = TestAccount.Allow("iam:CreateGroup") });
        var (credentials, refused) = await AssumeAsync(alice, open["Role.Arn"]!);
        Assert.Null(refused);
        var session = account.As(credentials!);
        Assert.Equal(($"arn:aws:sts::{account.Id}:assumed-role/deployer/work", null), await IdentityAsync(session));
        await Iam(session).CallAsync("CreateGroup", new { GroupName = "made-by-the-role" });
        Assert.Equal(
            TestEntities.Denial(
                $"arn:aws:sts::{account.Id}:assumed-role/deployer/work",
                "iam:ListUsers",
                account.Arn("user/"),
                "because no identity-based policy allows the iam:ListUsers action"),
            await Iam(session).FailAsync("ListUsers"));

        await root.CallAsync("CreateUser", new { UserName = "bob" });
        var closed = await root.CallAsync(
            "CreateRole", new { RoleName = "bobs", AssumeRolePolicyDocument = TestEntities.Trust(account.Arn("user/bob")) });
        Assert.Equal(
            (null, TestEntities.Denial(account.Arn("user/alice"), "sts:AssumeRole", closed["Role.Arn"]!)),
            await AssumeAsync(alice, closed["Role.Arn"]!));
    }

    private async Task IsCappedByABoundaryAsync(SdkClient root, SdkCaller alice)
    {
        var boundary = await root.CallAsync("CreatePolicy", new { PolicyName = "cap", PolicyDocument = TestAccount.Allow("iam:ListUsers") });
        await root.CallAsync("PutUserPermissionsBoundary", new { UserName = "alice", PermissionsBoundary = boundary["Policy.Arn"] });
        await Iam(alice).CallAsync("ListUsers");
        Assert.Equal(
            TestEntities.Denial(
                account.Arn("user/alice"), "iam:ListGroups", account.Arn("group/"), "because no permissions boundary allows the iam:ListGroups action"),
            await Iam(alice).FailAsync("ListGroups"));
        await root.CallAsync("DeleteUserPermissionsBoundary", new { UserName = "alice" });
        await Iam(alice).CallAsync("ListGroups");
    }
}
