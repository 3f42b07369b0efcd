using System.Net;

namespace Claviger.EndToEnd;

/// <summary>A terminal in the browser: for who may <c>ssm:StartSession</c>, from the console's own pages, and no longer than the session and the permission last.</summary>
public sealed class TerminalTests(InstanceConsole console) : IClassFixture<InstanceConsole>
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private SdkCaller Root => console.Instances.Account.Root;

    [Fact]
    public async Task What_is_typed_is_run_and_its_beginning_and_end_are_on_record()
    {
        using var visitor = await OperatorAsync("typist");
        using (var terminal = await TerminalSocket.OpenAsync(visitor, console.Running))
        {
            await terminal.TypeAsync("echo a-$((40+2))-z\n");
            await terminal.SeeAsync("a-42-z");
            await terminal.TypeAsync("exit\n");
            Assert.Null(await terminal.EndAsync());
        }

        var events = await EventsAsync("typist");
        Assert.Equal(["StartSession", "TerminateSession"], events.Order());
    }

    [Fact]
    public async Task Who_may_not_is_told_why_and_nothing_is_begun()
    {
        await console.NewUserAsync("stranger", "AmazonEC2FullAccess");
        using var visitor = await console.VisitAsync("stranger");
        using var terminal = await TerminalSocket.OpenAsync(visitor, console.Running);
        var reason = await terminal.EndAsync();
        Assert.StartsWith(
            $"User: {console.Instances.Account.Arn("user/stranger")} is not authorized to perform: ssm:StartSession on resource: {console.Instances.Arn($"instance/{console.Running}")} because no identity-based policy allows the ssm:StartSession action",
            reason,
            StringComparison.Ordinal);
        Assert.Equal("", terminal.Shown);
        Assert.Equal(["StartSession"], await EventsAsync("stranger"));
    }

    [Fact]
    public async Task The_permission_is_of_one_instance()
    {
        using var visitor = await OperatorAsync("keeper");
        using var terminal = await TerminalSocket.OpenAsync(visitor, console.Stopped);
        Assert.Contains("is not authorized to perform: ssm:StartSession", await terminal.EndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_pages_of_this_origin_open_one()
    {
        using var visitor = await OperatorAsync("surfer");
        var endpoint = $"http://{visitor.Console.Host}:{console.Endpoint.Port}";
        foreach (var origin in new[] { null, "http://evil.example", "null", endpoint })
        {
            Assert.Equal(HttpStatusCode.Forbidden, await TerminalSocket.RefusalAsync(visitor, console.Running, origin));
        }

        using var nobody = new ConsoleHttp(console.Console);
        Assert.Equal(HttpStatusCode.Redirect, await TerminalSocket.RefusalAsync(nobody, console.Running, console.Console.GetLeftPart(UriPartial.Authority)));
    }

    [Fact]
    public async Task It_ends_with_the_session()
    {
        using var visitor = await OperatorAsync("leaver");
        using var terminal = await OpenedAsync(visitor);
        await Root.Iam.CallAsync("DeleteLoginProfile", new { UserName = "leaver" });
        Assert.Equal("Your session in the console has ended: sign in again.", await terminal.EndAsync().WaitAsync(Soon, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task It_ends_with_the_permission_and_what_is_typed_after_that_is_not_run()
    {
        using var visitor = await OperatorAsync("loser");
        using var terminal = await OpenedAsync(visitor);
        await Root.Iam.CallAsync("DeleteUserPolicy", new { UserName = "loser", PolicyName = "terminal" });
        await terminal.TypeAsync("echo too-$((1+1))-late\n");
        Assert.Contains("is not authorized to perform: ssm:StartSession", await terminal.EndAsync().WaitAsync(Soon, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain("too-2-late", terminal.Shown, StringComparison.Ordinal);
    }

    private async Task<ConsoleHttp> OperatorAsync(string name)
    {
        await console.NewUserAsync(name);
        await Root.Iam.CallAsync("PutUserPolicy", new
        {
            UserName = name,
            PolicyName = "terminal",
            PolicyDocument = TestAccount.AllowOn(console.Instances.Arn($"instance/{console.Running}"), "ssm:StartSession"),
        });
        return await console.VisitAsync(name);
    }

    private async Task<TerminalSocket> OpenedAsync(ConsoleHttp visitor)
    {
        var terminal = await TerminalSocket.OpenAsync(visitor, console.Running);
        await terminal.TypeAsync("echo it-$((1+1))-runs\n");
        await terminal.SeeAsync("it-2-runs");
        return terminal;
    }

    // What the audit trail has of a user's sessions; denials come into it within a second.
    private async Task<IReadOnlyList<string>> EventsAsync(string user)
    {
        var begin = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var answer = await Root.CloudTrail.CallAsync("LookupEvents", new { LookupAttributes = new[] { new { AttributeKey = "Username", AttributeValue = user } } });
            string[] names = [.. answer.List("Events").Where(it => it["EventSource"] == "ssm.amazonaws.com").Select(it => it["EventName"]!)];
            if (names.Length > (user == "stranger" ? 0 : 1) || TimeProvider.System.GetElapsedTime(begin) > Soon)
            {
                return names;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
