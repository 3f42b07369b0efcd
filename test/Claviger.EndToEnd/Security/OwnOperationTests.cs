using System.Text;
using System.Text.Json.Nodes;

namespace Claviger.EndToEnd;

public sealed class OwnOperationTests(TestServer server)
{
    [Theory]
    [InlineData("""{"AccountId": "000000000000"}""")]
    [InlineData("""{"AccountId": "1"}""")]
    [InlineData("""{"RootEmail": ""}""")]
    [InlineData("""{"RootEmail": "a b@example.com"}""")]
    [InlineData("""{"RootEmail": "a\u0000@example.com"}""")]
    [InlineData("""{"RootPassword": ""}""")]
    [InlineData("""{"RootAccessKeyId": "AKIAAAAAAAAAAAAAAAAA"}""")]
    [InlineData("""{"RootSecretAccessKey": "secret"}""")]
    [InlineData("""{"RootAccessKeyId": "", "RootSecretAccessKey": "secret"}""")]
    [InlineData("""{"RootAccessKeyId": "AKIA/AAAA", "RootSecretAccessKey": "secret"}""")]
    [InlineData("""{"RootAccessKeyId": "AKIAAAAAAAAAAAAAAAAA", "RootSecretAccessKey": ""}""")]
    public async Task An_account_is_not_made_with_what_none_can_have(string body) =>
        Assert.Equal((400, "ValidationError"), await PostAsync("accounts", body));

    [Theory]
    [InlineData("accounts", "")]
    [InlineData("accounts", "null")]
    [InlineData("accounts", "[]")]
    [InlineData("accounts", """{"Unknown": 1}""")]
    [InlineData("quotas", "{}")]
    [InlineData("quotas", """{"Name": "UsersPerAccount"}""")]
    [InlineData("quotas", """{"Value": 1}""")]
    [InlineData("quotas", """{"Name": null, "Value": 1}""")]
    [InlineData("quotas", """{"Name": "UsersPerAccount", "Value": 1e400}""")]
    public async Task What_is_not_the_form_of_its_input_is_refused_as_such(string path, string body) =>
        Assert.Equal((400, "MalformedInput"), await PostAsync(path, body));

    [Fact]
    public async Task A_body_that_breaks_off_is_answered_in_JSON()
    {
        var answer = await server.FirstRoot.Http.SendAsync(new RawRequest
        {
            Target = "/_claviger/accounts",
            Headers = [("Transfer-Encoding", "chunked")],
            Body = Encoding.ASCII.GetBytes("no length\r\n"),
        });
        Assert.Equal((400, "MalformedInput"), (answer.Status, (string?)JsonNode.Parse(answer.Body)!["Code"]));
    }

    private async Task<(int Status, string? Code)> PostAsync(string path, string body)
    {
        var http = server.FirstRoot.Http;
        var answer = await http.SendAsync(http.Sign(new RawRequest { Target = $"/_claviger/{path}", Body = Encoding.UTF8.GetBytes(body) }));
        return (answer.Status, (string?)JsonNode.Parse(answer.Body)!["Code"]);
    }
}
