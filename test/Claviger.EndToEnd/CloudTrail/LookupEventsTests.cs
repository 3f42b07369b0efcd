using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Claviger.EndToEnd;

public sealed class LookupEventsTests(TestAccount account) : IClassFixture<TestAccount>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact, Covers("cloudtrail", "LookupEvents", Aspect.Works)]
    public async Task Tells_of_writes_reads_and_denials_newest_first()
    {
        var bob = await account.NewUserAsync("bob");
        await account.Root.Iam.CallAsync("GetUser", new { UserName = "bob" });
        var denial = await bob.Iam.FailAsync("ListRoles");

        var denied = await FindAsync("EventName", "ListRoles");
        Assert.Equal(("iam.amazonaws.com", "bob", "true"), (denied["EventSource"], denied["Username"], denied["ReadOnly"]));
        Assert.Equal(bob.Credentials!.AccessKeyId, denied["AccessKeyId"]);
        var record = JsonNode.Parse(denied["CloudTrailEvent"]!)!;
        Assert.Equal((denied["EventId"], "AccessDenied", account.Id), ((string?)record["eventID"], (string?)record["errorCode"], (string?)record["recipientAccountId"]));
        Assert.EndsWith($"authorization id: {denial.AuthorizationId}", (string?)record["errorMessage"], StringComparison.Ordinal);

        var events = (await account.Root.CloudTrail.CallAsync("LookupEvents")).List("Events");
        var times = events.Select(it => (DateTimeOffset)JsonNode.Parse(it["CloudTrailEvent"]!)!["eventTime"]!).ToList();
        Assert.Equal(times.OrderDescending(), times);
        var names = events.Select(it => it["EventName"]).ToList();
        Assert.True(names.IndexOf("ListRoles") < names.IndexOf("GetUser"));
        Assert.True(names.IndexOf("GetUser") < names.IndexOf("CreateUser"));
    }

    [Theory, Covers("cloudtrail", "LookupEvents", Aspect.Works)]
    [InlineData("ResourceName", "carol")]
    [InlineData("ResourceType", "AWS::IAM::AccessKey")]
    [InlineData("EventSource", "iam.amazonaws.com")]
    [InlineData("Username", "root")]
    [InlineData("ReadOnly", "false")]
    public async Task Finds_events_by_an_attribute(string key, string value)
    {
        await account.Root.Iam.TryAsync("CreateUser", new { UserName = "carol" });
        await account.Root.Iam.TryAsync("CreateAccessKey", new { UserName = "carol" });

        var found = await FindAsync(key, value);

        Assert.All(
            await LookupAsync(key, value),
            it => Assert.Contains(value, key.StartsWith("Resource", StringComparison.Ordinal) ? it.Texts("Resources", key) : [it[key]]));
        Assert.Empty(await LookupAsync("EventId", "no-such-event"));
        var sameId = Assert.Single(await LookupAsync("EventId", found["EventId"]!));
        Assert.Equal(found["CloudTrailEvent"], sameId["CloudTrailEvent"]);
    }

    [Fact, Covers("cloudtrail", "LookupEvents", Aspect.Works)]
    public async Task Pages_hold_every_event_once()
    {
        for (var i = 0; i < 12; i++)
        {
            await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = $"page-{i}" });
            await account.Root.Iam.CallAsync("GetGroup", new { GroupName = $"page-{i}" });
        }

        await FindAsync("ResourceName", "page-11", it => it["EventName"] == "GetGroup");
        var names = new List<string>();
        string? token = null;
        do
        {
            var page = await account.Root.CloudTrail.CallAsync("LookupEvents", token is null ? new { MaxResults = 5 } : new { MaxResults = 5, NextToken = token });
            Assert.True(page.List("Events").Count <= 5);
            names.AddRange(page.List("Events")
                .Where(it => it["EventName"] is "CreateGroup" or "GetGroup")
                .Select(it => $"{it["EventName"]} {Assert.Single(it.Texts("Resources", "ResourceName").Distinct())}")
                .Where(it => it.Contains("page-", StringComparison.Ordinal)));
            token = page["NextToken"];
        }
        while (token is not null);

        Assert.Equal(Enumerable.Range(0, 12).Reverse().SelectMany(i => new[] { $"GetGroup page-{i}", $"CreateGroup page-{i}" }), names);
    }

    [Fact, Covers("cloudtrail", "LookupEvents", Aspect.Works)]
    public async Task Keeps_to_a_span_of_time_and_to_the_account()
    {
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "timely" });
        var made = await FindAsync("ResourceName", "timely");
        var at = DateTimeOffset.Parse(made["EventTime"]!, CultureInfo.InvariantCulture);

        Assert.NotEmpty(await LookupAsync("ResourceName", "timely", new { StartTime = at.ToUnixTimeSeconds() - 5, EndTime = at.ToUnixTimeSeconds() + 5 }));
        Assert.Empty(await LookupAsync("ResourceName", "timely", new { StartTime = at.ToUnixTimeSeconds() - 500, EndTime = at.ToUnixTimeSeconds() - 100 }));
        var other = new TestAccount(account.Server);
        await other.InitializeAsync();
        Assert.Empty((await other.Root.CloudTrail.CallAsync("LookupEvents", Attributes("ResourceName", "timely"))).List("Events"));
    }

    [Fact, Covers("cloudtrail", "LookupEvents", Aspect.Works)]
    public async Task The_cli_looks_events_up()
    {
        await account.Root.Iam.CallAsync("CreateGroup", new { GroupName = "by-cli" });

        var run = await account.Root.Aws.RunAsync(
            "cloudtrail", "lookup-events", "--lookup-attributes", "AttributeKey=ResourceName,AttributeValue=by-cli", "--max-items", "1");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("CreateGroup", (string?)JsonNode.Parse(run.Output)!["Events"]![0]!["EventName"]);
    }

    [Fact, Covers("cloudtrail", "LookupEvents", Aspect.Refuses)]
    public async Task Refuses_what_AWS_refuses()
    {
        await RefusesAsync("InvalidMaxResultsException", new { MaxResults = 51 });
        await RefusesAsync("InvalidMaxResultsException", new { MaxResults = 0 });
        await RefusesAsync("InvalidTimeRangeException", new { StartTime = 2_000_000_000, EndTime = 1_999_999_999 });
        await RefusesAsync("InvalidNextTokenException", new { NextToken = "AAAA" });
        await RefusesAsync("InvalidEventCategoryException", new { EventCategory = "data" });
        await RefusesAsync("InvalidLookupAttributesException", Attributes("Colour", "red"));
        await RefusesAsync("InvalidLookupAttributesException", Attributes("EventName", new string('x', 2001)));
        await RefusesAsync("InvalidLookupAttributesException", new
        {
            LookupAttributes = new[] { new { AttributeKey = "EventName", AttributeValue = "a" }, new { AttributeKey = "ReadOnly", AttributeValue = "true" } },
        });
    }

    [Fact, Covers("cloudtrail", "LookupEvents", Aspect.Denies)]
    public async Task Is_denied_to_a_user_without_permission()
    {
        var dora = await account.NewUserAsync("dora");

        var denial = await dora.CloudTrail.FailAsync("LookupEvents");

        Assert.Equal(
            new SdkError("AccessDeniedException", 400, account.Denied("dora", "cloudtrail:LookupEvents", "*").Message), denial);
        Assert.NotNull(denial.AuthorizationId);
    }

    private static object Attributes(string key, string value) => new { LookupAttributes = new[] { new { AttributeKey = key, AttributeValue = value } } };

    private async Task RefusesAsync(string code, object parameters)
    {
        var error = await account.Root.CloudTrail.FailAsync("LookupEvents", parameters);
        Assert.Equal((code, 400), (error.Code, error.Status));
    }

    private async Task<IReadOnlyList<SdkAnswer>> LookupAsync(string key, string value, object? more = null)
    {
        var parameters = JsonSerializer.SerializeToNode(Attributes(key, value))!.AsObject();
        foreach (var (name, member) in JsonSerializer.SerializeToNode(more ?? new { })!.AsObject())
        {
            parameters[name] = member!.DeepClone();
        }

        return (await account.Root.CloudTrail.CallAsync("LookupEvents", parameters)).List("Events");
    }

    // Reads and denials are written within a second.
    private async Task<SdkAnswer> FindAsync(string key, string value, Func<SdkAnswer, bool>? which = null)
    {
        for (var begun = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(begun) < Patience; await Task.Delay(200))
        {
            if ((await LookupAsync(key, value)).FirstOrDefault(which ?? (_ => true)) is { } found)
            {
                return found;
            }
        }

        throw new TimeoutException($"No event with {key} {value} was recorded.");
    }
}
