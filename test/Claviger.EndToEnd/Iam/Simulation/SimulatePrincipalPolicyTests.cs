namespace Claviger.EndToEnd;

public sealed class SimulatePrincipalPolicyTests(TestAccount account) : IClassFixture<TestAccount>
{
    private const string Bucket = "arn:aws:s3:::bucket";

    [Fact, Covers("iam", "SimulatePrincipalPolicy", Aspect.Works)]
    public async Task Decides_by_own_group_and_managed_policies_and_names_the_statements()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "works" });
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "staff" });
        await account.Root.Iam.CallAsync("AddUserToGroup", new { GroupName = "staff", UserName = "works" });
        await account.Root.Iam.CallAsync(
            "PutUserPolicy", new { UserName = "works", PolicyName = "own", PolicyDocument = TestAccount.AllowOn(Bucket + "/*", "s3:GetObject") });
        await account.Root.Iam.CallAsync("PutGroupPolicy", new
        {
            GroupName = "staff",
            PolicyName = "deny",
            PolicyDocument = """
                {
                  "Version": "2012-10-17",
                  "Statement": [
                    {"Effect": "Allow", "Action": "ec2:*", "Resource": "*"},
                    {"Effect": "Deny", "Action": "s3:DeleteObject", "Resource": "*"}
                  ]
                }
                """,
        });
        var answer = await account.Root.Iam.CallAsync("SimulatePrincipalPolicy", new
        {
            PolicySourceArn = account.Arn("user/works"),
            ActionNames = new[] { "s3:GetObject", "s3:DeleteObject", "s3:PutObject" },
            ResourceArns = new[] { Bucket + "/key" },
        });
        Assert.Equal(["allowed", "explicitDeny", "implicitDeny"], answer.Texts("EvaluationResults", "EvalDecision"));
        var allowed = answer.List("EvaluationResults")[0];
        Assert.Equal(("s3:GetObject", Bucket + "/key"), (allowed["EvalActionName"], allowed["EvalResourceName"]));
        Assert.Equal(("user_works_own", "IAM Policy"), (allowed.List("MatchedStatements")[0]["SourcePolicyId"], allowed.List("MatchedStatements")[0]["SourcePolicyType"]));
        var denying = answer.List("EvaluationResults")[1].List("MatchedStatements").Single();
        Assert.Equal("group_staff_deny", denying["SourcePolicyId"]);
        Assert.Equal(("5", "5"), (denying["StartPosition.Line"], denying["StartPosition.Column"]));
        Assert.Equal("5", denying["EndPosition.Line"]);
        Assert.Empty(answer.List("EvaluationResults")[2].List("MatchedStatements"));
        Assert.Equal(["implicitDeny"], answer.List("EvaluationResults")[2].Texts("ResourceSpecificResults", "EvalResourceDecision"));
    }

    [Fact, Covers("iam", "SimulatePrincipalPolicy", Aspect.Works)]
    public async Task Heeds_the_boundary_context_and_policies_of_the_request()
    {
        var boundary = await account.NewPolicyAsync("boundary", TestAccount.Allow("s3:*"));
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "bounded", PermissionsBoundary = boundary });
        await account.Root.Iam.CallAsync("PutUserPolicy", new
        {
            UserName = "bounded", PolicyName = "own", PolicyDocument = TestEntities.AllowIf("StringEquals", "aws:RequestTag/team", "red", "ec2:*", "s3:*"),
        });
        var source = account.Arn("user/bounded");
        var none = await account.Root.Iam.CallAsync("SimulatePrincipalPolicy", new { PolicySourceArn = source, ActionNames = new[] { "s3:ListAllMyBuckets" } });
        Assert.Equal(["implicitDeny"], none.Texts("EvaluationResults", "EvalDecision"));
        Assert.Equal(["aws:RequestTag/team"], none.List("EvaluationResults")[0].List("MissingContextValues").Select(key => key.Text));
        var context = new[] { new { ContextKeyName = "aws:RequestTag/team", ContextKeyValues = new[] { "red" }, ContextKeyType = "string" } };
        var with = await account.Root.Iam.CallAsync("SimulatePrincipalPolicy", new
        {
            PolicySourceArn = source, ActionNames = new[] { "s3:ListAllMyBuckets", "ec2:RunInstances", "iam:ListUsers" }, ContextEntries = context,
            PolicyInputList = new[] { TestAccount.Allow("iam:ListUsers") },
        });
        Assert.Equal(["allowed", "implicitDeny", "implicitDeny"], with.Texts("EvaluationResults", "EvalDecision"));
        Assert.Equal(
            ["true", "false", "false"], with.Texts("EvaluationResults", "PermissionsBoundaryDecisionDetail.AllowedByPermissionsBoundary"));
    }

    [Fact, Covers("iam", "SimulatePrincipalPolicy", Aspect.Works)]
    public async Task Says_in_pages_of_roles_and_groups_what_the_engine_says_of_real_calls()
    {
        var role = await account.NewRoleAsync("role", policy: TestAccount.Allow("iam:ListUsers"));
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "bare" });
        var first = await account.Root.Iam.CallAsync(
            "SimulatePrincipalPolicy", new { PolicySourceArn = role, ActionNames = new[] { "iam:ListUsers", "iam:ListRoles" }, MaxItems = 1 });
        Assert.Equal(["allowed"], first.Texts("EvaluationResults", "EvalDecision"));
        var second = await account.Root.Iam.CallAsync(
            "SimulatePrincipalPolicy",
            new { PolicySourceArn = role, ActionNames = new[] { "iam:ListUsers", "iam:ListRoles" }, MaxItems = 1, Marker = first["Marker"] });
        Assert.Equal(["implicitDeny"], second.Texts("EvaluationResults", "EvalDecision"));
        var group = await account.Root.Iam.CallAsync(
            "SimulatePrincipalPolicy", new { PolicySourceArn = account.Arn("group/bare"), ActionNames = new[] { "iam:ListUsers" } });
        Assert.Equal(["implicitDeny"], group.Texts("EvaluationResults", "EvalDecision"));
    }

    [Fact, Covers("iam", "SimulatePrincipalPolicy", Aspect.Refuses)]
    public async Task Refuses_who_is_not_there_malformed_actions_and_policies()
    {
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "refused" });
        var source = account.Arn("user/refused");
        Assert.Equal(
            new SdkError("NoSuchEntity", 404, $"The entity with ARN {account.Arn("user/nobody")} cannot be found."),
            await account.Root.Iam.FailAsync("SimulatePrincipalPolicy", new { PolicySourceArn = account.Arn("user/nobody"), ActionNames = new[] { "s3:GetObject" } }));
        Assert.Equal(
            new SdkError("InvalidInput", 400, "Invalid Action Name: GetObject"),
            await account.Root.Iam.FailAsync("SimulatePrincipalPolicy", new { PolicySourceArn = source, ActionNames = new[] { "GetObject" } }));
        Assert.Equal("InvalidInput", (await account.Root.Iam.FailAsync(
            "SimulatePrincipalPolicy", new { PolicySourceArn = source, ActionNames = new[] { "s3:GetObject" }, PolicyInputList = new[] { "{}" } })).Code);
    }

    [Fact, Covers("iam", "SimulatePrincipalPolicy", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var eve = await account.NewUserAsync("eve");
        Assert.Equal(
            account.Denied("eve", "iam:SimulatePrincipalPolicy", account.Arn("user/eve")),
            await eve.Iam.FailAsync("SimulatePrincipalPolicy", new { PolicySourceArn = account.Arn("user/eve"), ActionNames = new[] { "s3:GetObject" } }));
    }
}
