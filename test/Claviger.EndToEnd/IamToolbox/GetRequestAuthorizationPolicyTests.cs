using System.Text.Json.Nodes;

namespace Claviger.EndToEnd;

public sealed class GetRequestAuthorizationPolicyTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact, Covers("iam-toolbox", "GetRequestAuthorizationPolicy", Aspect.Works)]
    public async Task Gives_the_text_as_it_was_when_the_call_was_denied()
    {
        var before = TestAccount.Allow("iam:ListRoles");
        var bob = await account.NewUserAsync("bob", before);
        var denial = await bob.Iam.FailAsync("ListUsers");
        await account.Root.Iam.CallAsync("PutUserPolicy", new { UserName = "bob", PolicyName = "inline", PolicyDocument = TestAccount.Allow("iam:*") });

        var answer = await account.Root.GetAsync(Path(denial, account.Arn("user/bob#inline")));

        Assert.Equal(200, answer.Status);
        var json = JsonNode.Parse(answer.Body)!;
        Assert.Equal((account.Arn("user/bob#inline"), before), ((string?)json["policyUri"], (string?)json["policyDocument"]));
    }

    [Fact, Covers("iam-toolbox", "GetRequestAuthorizationPolicy", Aspect.Works)]
    public async Task Gives_the_text_still_once_the_denial_is_written()
    {
        await using var server = await LiveServer.StartAsync(TestServer.Store);
        var root = new RawHttp(server.Endpoint, LiveServer.RootKey);
        await root.FormAsync("Action=CreateUser&Version=2010-05-08&UserName=bob");
        var document = TestAccount.Allow("iam:ListRoles");
        await root.FormAsync($"Action=PutUserPolicy&Version=2010-05-08&UserName=bob&PolicyName=p&PolicyDocument={Uri.EscapeDataString(document)}");
        var key = await root.FormAsync("Action=CreateAccessKey&Version=2010-05-08&UserName=bob");
        var bob = new RawHttp(server.Endpoint, new AwsCredentials(Between(key.Body, "AccessKeyId"), Between(key.Body, "SecretAccessKey")));
        var refusal = await bob.FormAsync("Action=ListUsers&Version=2010-05-08");
        var denial = refusal.Error;
        Assert.NotNull(denial.AuthorizationId);

        await server.StopAsync();
        await server.StartAgainAsync();
        root = new RawHttp(server.Endpoint, LiveServer.RootKey);
        var uri = $"arn:aws:iam::{LiveServer.AccountId}:user/bob#p";
        var answer = await root.SendAsync(root.Sign(new RawRequest { Method = "GET", Target = Path(denial, uri) }));

        Assert.Equal((200, document), (answer.Status, (string?)JsonNode.Parse(answer.Body)!["policyDocument"]));
    }

    [Fact, Covers("iam-toolbox", "GetRequestAuthorizationPolicy", Aspect.Refuses)]
    public async Task Refuses_a_policy_that_took_no_part()
    {
        var carol = await account.NewUserAsync("carol");
        var denial = await carol.Iam.FailAsync("ListUsers");

        var unknown = Toolbox.ErrorOf(await account.Root.GetAsync(Path(denial, "arn:aws:iam::aws:policy/AdministratorAccess")));
        var missing = Toolbox.ErrorOf(await account.Root.GetAsync($"/authorization-details/{denial.AuthorizationId}/policy"));

        Assert.Equal(("ResourceNotFoundException", 404), (unknown.Code, unknown.Status));
        Assert.Equal(
            new SdkError("ValidationException", 400, "1 validation error detected: Value null at 'policyUri' failed to satisfy constraint: Member must not be null"),
            missing);
    }

    [Fact, Covers("iam-toolbox", "GetRequestAuthorizationPolicy", Aspect.Denies)]
    public async Task Is_denied_to_a_user_who_may_read_explanations_only()
    {
        var dora = await account.NewUserAsync("dora", TestAccount.Allow("iam:GetRequestAuthorizationDetails"));
        var denial = await dora.Iam.FailAsync("ListUsers");
        await dora.ExplainAsync(denial.AuthorizationId);

        Assert.Equal(
            account.Denied("dora", "iam:GetRequestAuthorizationPolicy", "*") with { Code = "AccessDeniedException" },
            Toolbox.ErrorOf(await dora.GetAsync(Path(denial, account.Arn("user/dora#inline")))));
    }

    private static string Path(SdkError denial, string uri) => $"/authorization-details/{denial.AuthorizationId}/policy?policyUri={Uri.EscapeDataString(uri)}";

    private static string Between(string xml, string element) => xml.Split($"<{element}>")[1].Split($"</{element}>")[0];
}
