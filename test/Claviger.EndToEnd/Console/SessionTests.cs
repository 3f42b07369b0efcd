using System.Net;

namespace Claviger.EndToEnd;

/// <summary>What a session may do that still owes something, and what ends one.</summary>
[Collection(ConsoleHttpCollection.Name)]
public sealed class SessionTests(ConsoleServer server)
{
    private const string Another = "Another-Password-2";

    [Fact]
    public async Task A_session_that_owes_a_password_can_do_nothing_but_pay_or_leave()
    {
        await server.AddUserAsync("owing", "arn:aws:iam::aws:policy/AdministratorAccess", "&PasswordResetRequired=true");
        using var owing = await server.VisitAsync("owing");
        await DemandShutAsync(owing, "/session/password");

        var token = owing.Session!.Value;
        using var paid = await owing.PostAsync("/session/password?returnTo=%2Fiam%2Fusers", "new-password", [("old", ConsoleServer.Password), ("new", Another), ("again", Another)]);
        Assert.Equal("/iam/users", owing.LeadsTo(paid));
        Assert.NotEqual(token, owing.Session!.Value);
        Assert.Equal(HttpStatusCode.OK, (await owing.GetAsync("/iam/users")).StatusCode);
    }

    [Fact]
    public async Task A_session_that_owes_a_code_can_do_nothing_but_pay_or_leave()
    {
        await server.AddUserAsync("coded", "arn:aws:iam::aws:policy/AdministratorAccess");
        var root = new SdkClient(server.Boto3, server.Server.Endpoint, "iam", LiveServer.RootKey);
        var made = await root.CallAsync("CreateVirtualMFADevice", new { VirtualMFADeviceName = "coded" });
        var app = MfaApp.Of(
            made["VirtualMFADevice.SerialNumber"]!, System.Text.Encoding.ASCII.GetString(Convert.FromBase64String(made["VirtualMFADevice.Base32StringSeed"]!)));
        await root.CallAsync("EnableMFADevice", app.Enabling("coded"));
        using var coded = await server.VisitAsync("coded");
        await DemandShutAsync(coded, "/session/mfa");

        using var elsewhere = await coded.PostAsync("/session/mfa?returnTo=%2F%2Fevil.example", "mfa", [("code", app.Code())]);
        Assert.Equal("/", coded.LeadsTo(elsewhere));
    }

    [Theory]
    [InlineData("DeleteLoginProfile&UserName=ended-1", "ended-1")]
    [InlineData("UpdateLoginProfile&UserName=ended-2&Password=Another-Password-2", "ended-2")]
    public async Task An_administrator_ends_a_users_sessions_at_once(string call, string user)
    {
        await server.AddUserAsync(user);
        using var one = await server.VisitAsync(user);
        using var two = await server.VisitAsync(user);
        Assert.Equal(200, (await new RawHttp(server.Server.Endpoint, LiveServer.RootKey).FormAsync($"Action={call}&Version=2010-05-08")).Status);
        Assert.Equal("/signin", one.LeadsTo(await one.GetAsync("/")));
        Assert.Equal("/signin", two.LeadsTo(await two.GetAsync("/")));
    }

    [Fact]
    public async Task Who_changes_a_password_stays_and_ends_the_other_sessions()
    {
        await server.AddUserAsync("changer", "arn:aws:iam::aws:policy/IAMUserChangePassword");
        using var here = await server.VisitAsync("changer");
        using var there = await server.VisitAsync("changer");
        using var changed = await here.PostAsync("/iam/credentials", "own-password", [("old", ConsoleServer.Password), ("new", Another), ("again", Another)]);
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/")).StatusCode);
        Assert.Equal("/signin", there.LeadsTo(await there.GetAsync("/")));

        var events = new SdkClient(server.Boto3, server.Server.Endpoint, "cloudtrail", LiveServer.RootKey);
        var found = await events.CallAsync("LookupEvents", new { LookupAttributes = new[] { new { AttributeKey = "EventName", AttributeValue = "ChangePassword" } } });
        var text = found.List("Events").First(it => it["Username"] == "changer")["CloudTrailEvent"]!;
        Assert.Contains("\"eventSource\":\"iam.amazonaws.com\"", text, StringComparison.Ordinal);
        Assert.Contains("\"sourceIPAddress\":\"127.0.0.1\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("-Password-", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_WebSocket_from_another_origin_or_none_is_refused()
    {
        using var root = server.Visit();
        await root.SignInAsRootAsync();
        foreach (var origin in new[] { "http://evil.example", server.Server.Endpoint.GetLeftPart(UriPartial.Authority), null })
        {
            Assert.Equal(403, (await UpgradeAsync(root, "/", origin)).Status);
        }
    }

    // Every page, read and posted to, and whatever else is asked for.
    private static async Task DemandShutAsync(ConsoleHttp visitor, string open)
    {
        var csrf = (await visitor.TextAsync(open)).Split("name=\"csrf\" value=\"")[1].Split('"')[0];
        foreach (var address in PageAddresses.All("/authorization-details/x").Where(address => !address.StartsWith("/signin", StringComparison.Ordinal) && address != open))
        {
            using var read = await visitor.GetAsync(address);
            Assert.Equal(HttpStatusCode.Redirect, read.StatusCode);
            Assert.StartsWith(open, visitor.LeadsTo(read), StringComparison.Ordinal);
            using var posted = await visitor.PostAsync(address, "delete", [("confirm", "reader")], csrf: csrf);
            Assert.Equal(HttpStatusCode.Forbidden, posted.StatusCode);
        }

        Assert.Equal(302, (await UpgradeAsync(visitor, "/", visitor.Console.GetLeftPart(UriPartial.Authority))).Status);
    }

    private static Task<RawAnswer> UpgradeAsync(ConsoleHttp visitor, string target, string? origin)
    {
        var cookie = $"{visitor.Session!.Name}={visitor.Session.Value}";
        (string, string)[] headers =
        [
            ("Cookie", cookie), ("Connection", "Upgrade, close"), ("Upgrade", "websocket"), ("Sec-WebSocket-Version", "13"), ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
        ];
        return new RawHttp(visitor.Console, null).SendAsync(new RawRequest
        {
            Method = "GET", Target = target, Headers = [.. headers, .. origin is null ? [] : new[] { ("Origin", origin) }],
        });
    }
}
