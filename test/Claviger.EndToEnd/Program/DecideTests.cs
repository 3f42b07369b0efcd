using System.Text.Json.Nodes;

namespace Claviger.EndToEnd;

public sealed class DecideTests
{
    private const string Allowed = """
        {"id":"a","request":{"principal":"arn:aws:iam::111122223333:user/alice","action":"s3:GetObject","resource":"arn:aws:s3:::b/k","resourceAccountId":"111122223333","context":{"aws:username":"alice"}},"identityPolicies":[{"Version":"2012-10-17","Statement":{"Sid":"Read","Effect":"Allow","Action":"s3:Get*","Resource":"*","Condition":{"StringEquals":{"aws:username":["alice","bob"]}}}}]}
        """;

    private const string Denied = """
        {"id":"d","request":{"principal":"arn:aws:iam::111122223333:user/alice","action":"s3:PutObject","resource":"arn:aws:s3:::b/k","resourceAccountId":"111122223333","context":{}},"identityPolicies":[]}
        """;

    [Fact]
    public async Task Writes_a_decision_a_line_and_goes_on_behind_a_line_that_it_cannot_read()
    {
        var run = await ClavigerProgram.RunAsync(["decide"], input: $"{Allowed}\nnot json\n{{\"id\":\"c\"}}\n\n{Denied}");
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(4, lines.Length);
        Assert.Equal("""{"id":"a","decision":"Allowed"}""", lines[0]);
        Assert.StartsWith("""{"id":null,"error":""", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("""{"id":"c","error":"request""", lines[2], StringComparison.Ordinal);
        Assert.Equal("""{"id":"d","decision":"ImplicitlyDenied"}""", lines[3]);
    }

    [Fact]
    public async Task Explains_with_every_statement_and_what_its_conditions_wanted_and_found()
    {
        var run = await ClavigerProgram.RunAsync(["decide", "--explain"], input: Allowed);
        var explanation = JsonNode.Parse(run.Output)!["explanation"]!;
        Assert.Equal("""{"policy":"identityPolicies[0]","statement":0,"sid":"Read"}""", explanation["decidingStatement"]!.ToJsonString());
        var kind = explanation["kinds"]!.AsArray().Single(kind => (string)kind!["kind"]! == "Identity")!;
        Assert.Equal("Allowed", (string)kind["verdict"]!);
        Assert.Equal(
            """{"operator":"StringEquals","key":"aws:username","wanted":["alice","bob"],"actual":"alice","holds":true}""",
            kind["statements"]![0]!["conditions"]![0]!.ToJsonString());
    }

    [Fact]
    public async Task Decides_every_case_of_the_specification_as_it_says()
    {
        var cases = Directory.GetFiles(Path.Combine(Repository.Root, "test/cases"), "*.jsonl").SelectMany(File.ReadAllLines).Where(line => line.Length > 0).ToList();
        var run = await ClavigerProgram.RunAsync(["decide"], input: string.Join('\n', cases));
        Assert.Equal(
            cases.Select(line => JsonNode.Parse(line)!).Select(given => (Id: given["id"]!.ToJsonString(), Decision: (string)given["expected"]!)),
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).Select(line => (line["id"]!.ToJsonString(), (string)line["decision"]!)));
    }
}
