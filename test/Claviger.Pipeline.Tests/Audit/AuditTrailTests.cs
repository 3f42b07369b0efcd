using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Store;

namespace Claviger.Pipeline.Tests;

public sealed class AuditTrailTests : IAsyncLifetime
{
    private World world = null!;

    public async ValueTask InitializeAsync() => world = await World.CreateAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_writes_event_has_cloudtrails_form_and_no_secret()
    {
        var user = await world.CreateUserAsync("alice");
        var call = Call("CreateLoginProfile", Caller.User(user, "AKIAQWERTYUIOPASDFGH"));
        var request = new CreateLoginProfileRequest { UserName = "bob", Password = "hunter2-Hunter2" };

        var written = Encoding.UTF8.GetString(AuditTrail.OfWrite(call, request, new CreateLoginProfileResponse()).Span);

        var record = JsonNode.Parse(written)!;
        Assert.DoesNotContain("hunter2", written, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("iam.amazonaws.com", (string?)record["eventSource"]);
        Assert.Equal("CreateLoginProfile", (string?)record["eventName"]);
        Assert.Equal("bob", (string?)record["requestParameters"]!["userName"]);
        Assert.Equal("IAMUser", (string?)record["userIdentity"]!["type"]);
        Assert.Equal(user.Id, (string?)record["userIdentity"]!["principalId"]);
        Assert.Equal("192.0.2.7", (string?)record["sourceIPAddress"]);
        Assert.Equal(call.RequestId, (string?)record["requestID"]);
        Assert.False((bool)record["readOnly"]!);
    }

    [Fact]
    public async Task Reads_and_denials_are_written_as_one_compressed_block()
    {
        var trail = new AuditTrail(world.Store, world.Time);
        var caller = Caller.User(await world.CreateUserAsync("alice"));
        await trail.RecordReadAsync(Call("GetUser", caller), new GetUserRequest { UserName = "bob" });
        await trail.RecordFailureAsync(Call("GetUser", caller), new GetUserRequest(), AwsError.AccessDenied("No."));
        await trail.DisposeAsync();

        var events = await EventsAsync();

        Assert.Equal([null, "AccessDenied"], events.Select(static record => (string?)record["errorCode"]));
        Assert.Equal("bob", (string?)events[0]["requestParameters"]!["userName"]);
        Assert.All(events, static record => Assert.True((bool)record["readOnly"]!));
    }

    [Fact]
    public async Task A_flood_of_unauthenticated_failures_is_sampled_and_counted()
    {
        var trail = new AuditTrail(world.Store, world.Time);
        for (var i = 0; i < 1000; i++)
        {
            await trail.RecordFailureAsync(Call("GetUser", Caller.Anonymous), null, new AwsError("SignatureDoesNotMatch", 403, "No."));
        }

        world.Time.Advance(TimeSpan.FromMinutes(1));
        await trail.RecordFailureAsync(Call("GetUser", Caller.Anonymous), null, new AwsError("SignatureDoesNotMatch", 403, "No."));
        await trail.DisposeAsync();

        var events = await EventsAsync();

        Assert.Equal(11, events.Count);
        Assert.Equal(990, (long)events[^1]["additionalEventData"]!["notRecorded"]!);
    }

    private static CallContext Call(string operation, Caller caller) => new()
    {
        RequestId = RequestId.New(),
        Time = new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero),
        SourceAddress = IPAddress.Parse("192.0.2.7"),
        UserAgent = "tests",
        Caller = caller,
        Operation = IamModel.Service.Find(operation),
        IsRead = true,
    };

    private async Task<List<JsonNode>> EventsAsync()
    {
        var blocks = await world.Store.ReadAsync(static state => AuditLog.ReadBlocks(state, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, 0, 10));
        using var text = new StreamReader(new ZLibStream(new MemoryStream(Assert.Single(blocks).Content.ToArray()), CompressionMode.Decompress));
        return [.. text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonNode.Parse(line)!)];
    }
}
