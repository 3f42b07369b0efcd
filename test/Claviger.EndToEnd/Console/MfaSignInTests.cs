using System.Net;
using System.Text.RegularExpressions;

namespace Claviger.EndToEnd;

/// <summary>An authenticator app: set up in the console, asked for at the sign-in, set right, taken away again; for users and the root user.</summary>
[Collection(ConsoleHttpCollection.Name)]
public sealed partial class MfaSignInTests(ConsoleServer server)
{
    [Fact]
    public async Task A_user_sets_up_an_app_signs_in_with_its_codes_sets_it_right_and_takes_it_away()
    {
        await server.AddUserAsync("mfa", "arn:aws:iam::aws:policy/IAMFullAccess");
        using var mfa = await server.VisitAsync("mfa");
        var app = await EnrolAsync(mfa, "mfa");

        // The password alone opens nothing but the page that asks for the code.
        using var visitor = server.Visit();
        var code = app.Code();
        await SignInAsync(visitor, () => visitor.SignInAsync("mfa", ConsoleServer.Password, returnTo: "/iam/users?q=a"), app, code, "/iam/users?q=a");

        // The code was used: it opens no other session.
        using var again = server.Visit();
        await again.SignInAsync("mfa", ConsoleServer.Password);
        Assert.Contains("Authentication failed", await ConsoleHttp.TextAsync(await CodeAsync(again, code)), StringComparison.Ordinal);

        await ResyncAsync(visitor, app);
        await RemoveAsync(visitor, app);
        using var later = await server.VisitAsync("mfa");
        Assert.Equal(HttpStatusCode.OK, (await later.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task So_does_the_root_user()
    {
        using var root = server.Visit();
        await root.SignInAsRootAsync();
        var app = await EnrolAsync(root, "root-account-mfa-device");
        try
        {
            using var visitor = server.Visit();
            await SignInAsync(visitor, () => visitor.SignInAsRootAsync(), app, app.Code(), "/");
        }
        finally
        {
            await RemoveAsync(root, app);
        }

        using var later = server.Visit();
        await later.SignInAsRootAsync();
        Assert.Equal(HttpStatusCode.OK, (await later.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Codes_that_do_not_follow_each_other_set_up_nothing()
    {
        await server.AddUserAsync("fumbler", "arn:aws:iam::aws:policy/IAMFullAccess");
        using var fumbler = await server.VisitAsync("fumbler");
        var (app, made) = await MakeAsync(fumbler, "fumbler");
        var text = await ConsoleHttp.TextAsync(await EnableAsync(fumbler, made, app.Code(-4), app.Code(-2)));
        Assert.Contains("InvalidAuthenticationCode", text, StringComparison.Ordinal);

        // What was made is still there to be set up, with the same key.
        Assert.Contains("MFA code 1", text, StringComparison.Ordinal);
        Assert.Equal(302, (int)(await EnableAsync(fumbler, MadeText().Match(text).Groups[1].Value, app.Code(-4), app.Code(-3))).StatusCode);
    }

    private static async Task SignInAsync(ConsoleHttp visitor, Func<Task<HttpResponseMessage>> signIn, MfaApp app, string code, string returnTo)
    {
        using var first = await signIn();
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        var owing = visitor.Session!.Value;
        using var gate = await visitor.GetAsync(visitor.LeadsTo(first));
        Assert.StartsWith("/session/mfa", visitor.LeadsTo(gate), StringComparison.Ordinal);
        using var wrong = await CodeAsync(visitor, app.Code(-9));
        Assert.Contains("Your authentication information is incorrect. Please try again.", await ConsoleHttp.TextAsync(wrong), StringComparison.Ordinal);

        using var right = await CodeAsync(visitor, code, visitor.LeadsTo(gate));
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Equal(returnTo, visitor.LeadsTo(right));
        Assert.NotEqual(owing, visitor.Session!.Value);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/")).StatusCode);
    }

    private static Task<HttpResponseMessage> CodeAsync(ConsoleHttp visitor, string code, string address = "/session/mfa") => visitor.PostAsync(address, "mfa", [("code", code)]);

    private static async Task<MfaApp> EnrolAsync(ConsoleHttp visitor, string device)
    {
        var (app, made) = await MakeAsync(visitor, device);
        using var answer = await EnableAsync(visitor, made, app.Code(-4), app.Code(-3));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return app;
    }

    private static async Task<(MfaApp App, string Made)> MakeAsync(ConsoleHttp visitor, string device)
    {
        using var answer = await visitor.PostAsync("/iam/credentials", "mfa-device", [("device", device), ("do", "make")]);
        var text = await ConsoleHttp.TextAsync(answer);
        Assert.Contains("data:image/png;base64,", text, StringComparison.Ordinal);
        return (MfaApp.Of($"arn:aws:iam::{LiveServer.AccountId}:mfa/{device}", SeedText().Match(text).Groups[1].Value), MadeText().Match(text).Groups[1].Value);
    }

    private static Task<HttpResponseMessage> EnableAsync(ConsoleHttp visitor, string made, string first, string second) =>
        visitor.PostAsync("/iam/credentials", "mfa-device", [("made", made), ("code-1", first), ("code-2", second), ("do", "enable")]);

    private static async Task ResyncAsync(ConsoleHttp visitor, MfaApp app)
    {
        using var wrong = await visitor.PostAsync("/iam/credentials", $"resync-{app.SerialNumber}", [("resync-1", "000000"), ("resync-2", "000001")]);
        Assert.Contains("InvalidAuthenticationCode", (await ConsoleHttp.TextAsync(wrong)).Split("<main")[1], StringComparison.Ordinal);
        using var right = await visitor.PostAsync("/iam/credentials", $"resync-{app.SerialNumber}", [("resync-1", app.Code(2)), ("resync-2", app.Code(3))]);
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
    }

    private static async Task RemoveAsync(ConsoleHttp visitor, MfaApp app)
    {
        using var answer = await visitor.PostAsync("/iam/credentials", $"remove-mfa-{app.SerialNumber}", []);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [GeneratedRegex("Secret key: <span class=\"copy\"><code>([A-Z2-7]+)</code>")]
    private static partial Regex SeedText();

    [GeneratedRegex("name=\"made\" value=\"([^\"]+)\"")]
    private static partial Regex MadeText();
}
