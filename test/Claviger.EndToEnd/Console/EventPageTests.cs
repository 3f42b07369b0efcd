using System.Net;
using System.Text.RegularExpressions;

namespace Claviger.EndToEnd;

/// <summary>The request log in the console, and the pages that a session has been on.</summary>
public sealed partial class EventPageTests(ConsoleServer server) : IClassFixture<ConsoleServer>
{
    [Fact]
    public async Task The_event_history_is_searched_by_what_the_address_says()
    {
        var http = new RawHttp(server.Server.Endpoint, LiveServer.RootKey);
        await http.FormAsync("Action=CreateUser&Version=2010-05-08&UserName=zoe");
        using var root = server.Visit();
        await root.SignInAsRootAsync();
        var page = await TextAsync(root, "/cloudtrail/events?event=CreateUser&resource=zoe&readonly=false");
        Assert.Single(EventLink().Matches(page));
        Assert.Contains("value=\"zoe\"", page, StringComparison.Ordinal);
        Assert.Contains("AttributeKey=ResourceName,AttributeValue=zoe", page, StringComparison.Ordinal);

        var detail = await TextAsync(root, EventLink().Match(page).Groups[1].Value);
        Assert.Contains("/iam/user?name=zoe", detail, StringComparison.Ordinal);
        Assert.Contains("\"eventName\"", detail, StringComparison.Ordinal);
        Assert.Contains(">Done<", detail, StringComparison.Ordinal);

        Assert.Contains("No such event", await TextAsync(root, "/cloudtrail/events?event=CreateUser&resource=zoe&user=somebody-else"), StringComparison.Ordinal);
        Assert.Contains("No such event", await TextAsync(root, "/cloudtrail/events?event=CreateUser&from=2001-01-01T00:00&to=2001-01-02T00:00"), StringComparison.Ordinal);
        using var nowhere = await root.GetAsync("/cloudtrail/event?id=00000000-0000-4000-8000-000000000000");
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
    }

    [Fact]
    public async Task A_denial_in_the_history_leads_to_its_explanation()
    {
        using var nobody = await server.VisitAsync("nobody");
        await nobody.PostAsync("/iam/groups/create", "create-group", [("name", "mine"), ("do", "create")]);
        using var root = server.Visit();
        await root.SignInAsRootAsync();
        var page = "";
        for (var tries = 0; tries < 50 && !page.Contains("/authorization-details/", StringComparison.Ordinal); tries++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            page = await TextAsync(root, "/cloudtrail/events?event=CreateGroup&user=nobody&failed=yes");
        }

        var why = WhyLink().Match(page).Groups[1].Value;
        Assert.Contains("iam:CreateGroup", await TextAsync(root, why), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_look_events_up_is_told_so_and_sees_none()
    {
        using var nobody = await server.VisitAsync("nobody");
        foreach (var address in new[] { "/cloudtrail/events", "/cloudtrail/event?id=00000000-0000-4000-8000-000000000000" })
        {
            var page = await TextAsync(nobody, address);
            Assert.Contains("is not authorized to perform: cloudtrail:LookupEvents", page, StringComparison.Ordinal);
            Assert.Empty(EventLink().Matches(page));
        }
    }

    [Fact]
    public async Task The_home_lists_where_this_session_has_been_and_no_other()
    {
        using var reader = await server.VisitAsync("reader");
        await reader.TextAsync("/iam/user?name=leaver&tab=groups");
        await reader.TextAsync("/iam/role?name=no-such-role");
        var home = await TextAsync(reader, "/");
        Assert.Contains("<a href=\"/iam/user?name=leaver&tab=groups\">leaver</a>", home, StringComparison.Ordinal);
        Assert.DoesNotContain("no-such-role", home, StringComparison.Ordinal);

        using var again = await server.VisitAsync("reader");
        Assert.DoesNotContain("name=leaver", await TextAsync(again, "/"), StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(ConsoleHttp visitor, string address) => WebUtility.HtmlDecode(await visitor.TextAsync(address));

    [GeneratedRegex("href=\"(/cloudtrail/event\\?id=[^\"]+)\"")]
    private static partial Regex EventLink();

    [GeneratedRegex("href=\"(/authorization-details/[^\"]+)\">Why")]
    private static partial Regex WhyLink();
}
