using System.Text.Json.Nodes;

namespace Claviger.EndToEnd;

public sealed class ClientTests(TestAccount account) : IClassFixture<TestAccount>
{
    private const string Form = "Action=GetCallerIdentity&Version=2011-06-15";

    [Fact]
    public async Task Boto3_is_served()
    {
        var identity = await account.Root.Sts.CallAsync("GetCallerIdentity");
        Assert.Equal((account.Id, account.Arn("root")), (identity["Account"], identity["Arn"]));
    }

    [Fact]
    public async Task The_sdk_for_javascript_is_served()
    {
        var identity = await account.Root.JavaScriptSts.CallAsync("GetCallerIdentity");
        Assert.Equal((account.Id, account.Arn("root")), (identity["Account"], identity["Arn"]));
    }

    [Fact]
    public async Task Debians_aws_is_served()
    {
        var run = await account.Root.Aws.RunAsync("sts", "get-caller-identity");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(account.Arn("root"), (string)JsonNode.Parse(run.Output)!["Arn"]!);
    }

    [Fact]
    public async Task A_request_made_by_hand_is_served_signed_in_its_header_or_in_its_query()
    {
        var http = account.Root.Http;
        var byHeader = await http.FormAsync(Form, "sts");
        var byQuery = await http.SendAsync(http.Presign(new RawRequest { Method = "GET", Target = $"/?{Form}" }, "sts"));
        Assert.Equal((200, 200), (byHeader.Status, byQuery.Status));
        Assert.Contains($"<Arn>{account.Arn("root")}</Arn>", byHeader.Body, StringComparison.Ordinal);
        Assert.Contains($"<Arn>{account.Arn("root")}</Arn>", byQuery.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unsigned_request_is_refused_in_every_client()
    {
        var expected = new SdkError("MissingAuthenticationToken", 403, "Request is missing Authentication Token");
        Assert.Equal(expected, await account.Server.Anonymous.Sts.FailAsync("GetCallerIdentity"));
        Assert.Equal(expected, (await account.Server.Anonymous.Http.SendAsync(RawRequest.Form(Form))).Error);
    }
}
