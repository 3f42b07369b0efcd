using System.Text.Json.Nodes;

namespace Claviger.EndToEnd;

public sealed class GetRequestAuthorizationDetailsTests(TestAccount account) : IClassFixture<TestAccount>
{
    private static readonly SdkError NotFound = new(
        "ResourceNotFoundException", 404,
        "The requested authorization details do not exist, or have expired. They are kept in the account of the caller that was denied.");

    [Fact, Covers("iam-toolbox", "GetRequestAuthorizationDetails", Aspect.Works)]
    public async Task Explains_a_denial_that_no_policy_allowed()
    {
        var bob = await account.NewUserAsync("bob", TestAccount.Allow("iam:ListUsers"));
        var denial = await bob.Iam.FailAsync("GetUser", new { UserName = "carol" });

        var answer = await account.Root.ExplainAsync(denial.AuthorizationId);

        Assert.Equal(account.Arn("user/bob"), answer["requestContext.aws:PrincipalArn"]);
        Assert.Equal("127.0.0.1", answer["requestContext.aws:SourceIp"]);
        Assert.Equal("false", answer["requestContext.aws:SecureTransport"]);
        var evaluation = Assert.Single(answer.List("evaluations"));
        Assert.Equal(("iam:GetUser", account.Arn("user/carol"), "IMPLICIT_DENY"), (evaluation["action"], evaluation["resource"], evaluation["evaluatedEffect"]));
        Assert.Empty(evaluation.List("matchedPolicies"));
        Assert.Equal("IDENTITY_BASED_POLICY", evaluation["explanation.decidingPolicyType"]);
        var policy = Assert.Single(answer.List("policies"));
        Assert.Equal(("IDENTITY_BASED_POLICY", "true", account.Arn("user/bob#inline")), (policy["type"], policy["inline"], policy["uri"]));
        Assert.Equal([account.Arn("user/bob")], policy.Texts("attachedTo", "arn"));
        Assert.Null(answer["nextToken"]);
    }

    [Fact, Covers("iam-toolbox", "GetRequestAuthorizationDetails", Aspect.Works)]
    public async Task The_statement_that_it_suggests_allows_the_call()
    {
        var dora = await account.NewUserAsync("dora");
        await account.Root.Iam.CallAsync("CreateUser", new { UserName = "emil", Path = "/team/" });
        var denial = await dora.Iam.FailAsync("GetUser", new { UserName = "emil" });

        var answer = await account.Root.ExplainAsync(denial.AuthorizationId);
        var remedy = Assert.Single(Assert.Single(answer.List("evaluations")).List("explanation.remedies"));
        Assert.Equal("IDENTITY_BASED_POLICY", remedy["policyType"]);
        await account.Root.Iam.CallAsync("PutUserPolicy", new
        {
            UserName = "dora",
            PolicyName = "asked-for",
            PolicyDocument = new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = JsonNode.Parse(remedy["statement"]!) }.ToJsonString(),
        });

        Assert.Equal("emil", (await dora.Iam.CallAsync("GetUser", new { UserName = "emil" }))["User.UserName"]);
        Assert.Equal(
            account.Denied("dora", "iam:GetUser", "user bob"), await dora.Iam.FailAsync("GetUser", new { UserName = "bob" }));
    }

    [Fact, Covers("iam-toolbox", "GetRequestAuthorizationDetails", Aspect.Works)]
    public async Task Names_the_statement_that_denied_and_the_group_that_it_comes_through()
    {
        var finn = await account.NewUserAsync("finn", TestAccount.Allow("iam:*"));
        var arn = await account.NewPolicyAsync(
            "no-roles", """{"Version":"2012-10-17","Statement":[{"Sid":"NoRoles","Effect":"Deny","Action":"iam:*Role","Resource":"*"}]}""");
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "crew", Path = "/x/" });
        await account.Root.Iam.CallAsync("AddUserToGroup", new { GroupName = "crew", UserName = "finn" });
        await account.Root.Iam.CallAsync("AttachGroupPolicy", new { GroupName = "crew", PolicyArn = arn });
        var denial = await finn.Iam.FailAsync("GetRole", new { RoleName = "app" });

        var answer = await account.Root.ExplainAsync(denial.AuthorizationId);

        var evaluation = Assert.Single(answer.List("evaluations"));
        Assert.Equal("EXPLICIT_DENY", evaluation["evaluatedEffect"]);
        Assert.Contains(
            (arn, "NoRoles", "DENY"),
            evaluation.List("matchedPolicies").SelectMany(policy =>
                policy.List("matchedStatements").Select(statement => (policy["uri"]!, statement["sid"]!, statement["evaluatedEffect"]!))));
        Assert.Equal((arn, "NoRoles", "0"), (
            evaluation["explanation.decidingStatement.policyUri"],
            evaluation["explanation.decidingStatement.sid"],
            evaluation["explanation.decidingStatement.index"]));
        Assert.Empty(evaluation.List("explanation.remedies"));
        var policy = Assert.Single(answer.List("policies"), policy => policy["uri"] == arn);
        Assert.Equal(("false", account.Arn("group/x/crew")), (policy["inline"], Assert.Single(policy.Texts("attachedTo", "arn"))));
    }

    [Fact, Covers("iam-toolbox", "GetRequestAuthorizationDetails", Aspect.Works)]
    public async Task Says_which_condition_failed_what_it_wanted_and_what_it_found()
    {
        var greta = await account.NewUserAsync("greta", TestEntities.AllowIf("IpAddress", "aws:SourceIp", "203.0.113.0/24", "iam:ListUsers"));
        var denial = await greta.Iam.FailAsync("ListUsers");

        var evaluation = Assert.Single((await account.Root.ExplainAsync(denial.AuthorizationId)).List("evaluations"));

        Assert.Equal("CONDITION_FAILS", evaluation["explanation.decidingStatement.outcome"]);
        var condition = Assert.Single(evaluation.List("explanation.decidingStatement.conditions"));
        Assert.Equal(("IpAddress", "aws:SourceIp", "false"), (condition["operator"], condition["key"], condition["holds"]));
        Assert.Equal("203.0.113.0/24", Assert.Single(condition.List("wanted")).Text);
        Assert.Equal("127.0.0.1", Assert.Single(condition.List("actual")).Text);
    }

    [Fact, Covers("iam-toolbox", "GetRequestAuthorizationDetails", Aspect.Works)]
    public async Task Explains_what_a_trust_policy_of_the_account_wanted()
    {
        var kurt = await account.NewUserAsync("kurt", TestAccount.Allow("sts:AssumeRole"));
        var role = await account.NewRoleAsync("partner", TestEntities.Trust([account.Arn("user/kurt")], ("StringEquals", "sts:ExternalId", "agreed")));
        var denial = await kurt.Sts.FailAsync("AssumeRole", new { RoleArn = role, RoleSessionName = "session", ExternalId = "guessed" });

        var answer = await account.Root.ExplainAsync(denial.AuthorizationId);

        var evaluation = Assert.Single(answer.List("evaluations"));
        Assert.Equal(("sts:AssumeRole", role), (evaluation["action"], evaluation["resource"]));
        Assert.Equal("RESOURCE_BASED_POLICY", evaluation["explanation.decidingPolicyType"]);
        Assert.Equal($"{role}#trust%20policy", evaluation["explanation.decidingStatement.policyUri"]);
        var condition = Assert.Single(evaluation.List("explanation.decidingStatement.conditions"));
        Assert.Equal(("agreed", "guessed"), (Assert.Single(condition.List("wanted")).Text, Assert.Single(condition.List("actual")).Text));
        var remedy = JsonNode.Parse(Assert.Single(evaluation.List("explanation.remedies"))["statement"]!)!;
        Assert.Equal(account.Arn("user/kurt"), (string?)remedy["Principal"]!["AWS"]);
        Assert.Null(remedy["Resource"]);
    }

    [Fact, Covers("iam-toolbox", "GetRequestAuthorizationDetails", Aspect.Works)]
    public async Task Stays_as_it_was_when_the_caller_and_all_policies_are_gone()
    {
        var hugo = await account.NewUserAsync("hugo", TestAccount.Allow("iam:ListRoles"));
        var denial = await hugo.Iam.FailAsync("ListUsers");
        await account.Root.Iam.CallAsync("DeleteUserPolicy", new { UserName = "hugo", PolicyName = "inline" });
        await account.Root.Iam.CallAsync("DeleteAccessKey", new { UserName = "hugo", hugo.Credentials!.AccessKeyId });
        await account.Root.Iam.CallAsync("DeleteUser", new { UserName = "hugo" });

        var answer = await account.Root.ExplainAsync(denial.AuthorizationId);

        Assert.Equal(account.Arn("user/hugo#inline"), Assert.Single(answer.List("policies"))["uri"]);
    }

    [Fact, Covers("iam-toolbox", "GetRequestAuthorizationDetails", Aspect.Refuses)]
    public async Task Refuses_an_id_that_no_denial_had()
    {
        Assert.Equal(NotFound, Toolbox.ErrorOf(await account.Root.GetAsync("/authorization-details/5arhuwacg4o48yxyin4kcrony")));
        var malformed = Toolbox.ErrorOf(await account.Root.GetAsync("/authorization-details/ABC"));
        Assert.Equal(("ValidationException", 400), (malformed.Code, malformed.Status));
        Assert.Contains("'ABC' at 'authorizationId'", malformed.Message, StringComparison.Ordinal);
        Assert.Equal(("UnknownOperationException", 404), CodeOf(await account.Root.GetAsync("/authorization-details/a/b/c")));
    }

    [Fact, Covers("iam-toolbox", "GetRequestAuthorizationDetails", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission_also_for_a_denial_of_its_own()
    {
        var ida = await account.NewUserAsync("ida");
        var denial = await ida.Iam.FailAsync("ListUsers");

        var refusal = Toolbox.ErrorOf(await ida.GetAsync($"/authorization-details/{denial.AuthorizationId}"));

        Assert.Equal(account.Denied("ida", "iam:GetRequestAuthorizationDetails", "*") with { Code = "AccessDeniedException" }, refusal);
        Assert.NotNull(refusal.AuthorizationId);
    }

    [Fact, Covers("iam-toolbox", "GetRequestAuthorizationDetails", Aspect.Denies)]
    public async Task A_denial_is_for_the_account_of_its_caller_and_tells_nothing_of_the_policies_of_another()
    {
        var jan = await account.NewUserAsync("jan", TestAccount.Allow("sts:AssumeRole"));
        var other = new TestAccount(account.Server);
        await other.InitializeAsync();
        var role = await other.NewRoleAsync("app", TestEntities.Trust(other.Arn("root")));
        var denial = await jan.Sts.FailAsync("AssumeRole", new { RoleArn = role, RoleSessionName = "session" });

        Assert.Equal(NotFound, Toolbox.ErrorOf(await other.Root.GetAsync($"/authorization-details/{denial.AuthorizationId}")));
        var answer = await account.Root.ExplainAsync(denial.AuthorizationId);
        Assert.Equal(["IDENTITY_BASED_POLICY"], answer.Texts("policies", "type"));
        Assert.DoesNotContain(other.Arn("root"), answer.Json!.ToJsonString(), StringComparison.Ordinal);
    }

    private static (string?, int) CodeOf(RawAnswer answer) => ((string?)JsonNode.Parse(answer.Body)!["__type"], answer.Status);
}
