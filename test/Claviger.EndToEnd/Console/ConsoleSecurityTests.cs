using System.Net;

namespace Claviger.EndToEnd;

/// <summary>What strangers, other sites, and users with few permissions can't do to the console.</summary>
[Collection(ConsoleHttpCollection.Name)]
public sealed class ConsoleSecurityTests(ConsoleServer server)
{
    /// <summary>Forms that change something, with what a person would type into them.</summary>
    public static TheoryData<string, string, string[]> Forms => new()
    {
        { "/iam/groups/create", "create-group", ["name=g", "do=create"] },
        { "/iam/policies/create", "create-policy", ["name=p", "do=create", """document={"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"""] },
        { "/iam/roles/create", "create-role", ["step=2", "name=r", "kind=service", "service=ec2.amazonaws.com", "do=next"] },
        { "/iam/attach?user=nobody", "attach", ["policy=arn:aws:iam::aws:policy/AdministratorAccess", "do=attach"] },
        { "/iam/attach?group=g", "attach", ["policy=arn:aws:iam::aws:policy/AdministratorAccess", "do=attach"] },
        { "/iam/inline?user=nobody", "inline", ["policy-name=p", "do=save", """document={"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"""] },
        { "/iam/role?name=r&tab=trust", "trust", ["do=save", "document={}"] },
        { "/iam/delete?user=reader", "delete", ["confirm=reader"] },
        { "/iam/delete?group=g", "delete", ["confirm=g"] },
        { "/iam/delete?role=r", "delete", ["confirm=r"] },
        { "/iam/delete?policy=arn:aws:iam::aws:policy/ReadOnlyAccess", "delete", ["confirm=ReadOnlyAccess"] },
        { "/iam/account", "alias", ["alias=mine"] },
        { "/iam/credentials", "mfa-device", ["device=nobody", "do=make"] },
    };

    [Theory, MemberData(nameof(Forms))]
    public async Task What_a_user_may_not_do_is_refused_when_the_form_is_posted_by_hand(string address, string form, string[] fields)
    {
        using var reader = await server.VisitAsync("reader");
        using var answer = await reader.PostAsync(address, form, fields.Select(field => (field[..field.IndexOf('=', StringComparison.Ordinal)], field[(field.IndexOf('=', StringComparison.Ordinal) + 1)..])));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("is not authorized to perform: iam:", await ConsoleHttp.TextAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_wizard_for_users_makes_none_for_who_may_not()
    {
        using var reader = await server.VisitAsync("reader");
        var page = await ConsoleHttp.TextAsync(await reader.PostAsync("/iam/users/create", "add-users", [("step", "0"), ("name", "eve"), ("keys", "yes"), ("do", "next")]));
        foreach (var step in new[] { "1", "2", "3" })
        {
            var draft = page.Split("name=\"draft\" value=\"")[1].Split('"')[0];
            page = await ConsoleHttp.TextAsync(await reader.PostAsync("/iam/users/create", "add-users", [("step", step), ("draft", draft), ("way", "group"), ("do", "next")]));
        }

        Assert.Contains("is not authorized to perform: iam:CreateUser", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Download .csv", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    [InlineData("")]
    public async Task A_form_from_another_origin_is_refused(string origin)
    {
        using var root = server.Visit();
        await root.SignInAsRootAsync();
        using var answer = await root.PostAsync("/iam/account", "alias", [("alias", "taken-over")], origin);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task The_aws_endpoint_on_the_same_host_is_another_origin()
    {
        using var root = server.Visit();
        await root.SignInAsRootAsync();
        using var answer = await root.PostAsync("/iam/account", "alias", [("alias", "taken-over")], $"http://{root.Console.Host}:{server.Server.Endpoint.Port}");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_or_with_another_sessions_is_refused()
    {
        using var root = server.Visit();
        await root.SignInAsRootAsync();
        using var nobody = await server.VisitAsync("nobody");
        var theirs = (await nobody.TextAsync("/iam/account")).Split("name=\"csrf\" value=\"")[1].Split('"')[0];
        foreach (var token in new[] { "x", theirs })
        {
            using var answer = await root.PostAsync("/iam/account", "alias", [("alias", "taken-over")], csrf: token);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Cookies_are_out_of_reach_of_scripts_and_other_sites_and_pages_may_run_nothing_of_others()
    {
        using var visitor = server.Visit();
        using var answer = await visitor.SignInAsRootAsync();
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), text => text.StartsWith("claviger-session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);

        using var page = await visitor.GetAsync("/");
        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("DENY", Assert.Single(page.Headers.GetValues("X-Frame-Options")));
        Assert.True(page.Headers.CacheControl!.NoStore);
        var text = await ConsoleHttp.TextAsync(page);
        Assert.DoesNotContain("style=\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("\\/evil.example")]
    [InlineData("/a\tb")]
    [InlineData("/\t/evil.example")]
    [InlineData("\n//evil.example")]
    [InlineData("evil.example")]
    [InlineData("http:/evil.example")]
    [InlineData("///evil.example")]
    [InlineData("/%5cevil.example/../..\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Signing_in_leads_nowhere_but_into_the_console(string returnTo)
    {
        using var visitor = server.Visit();
        using var answer = await visitor.SignInAsync("nobody", ConsoleServer.Password, returnTo: returnTo);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(new Uri(server.Server.Console, "/"), new Uri(server.Server.Console, answer.Headers.Location!));
    }

    [Fact]
    public async Task Signing_in_gives_a_token_that_was_not_known_before_and_the_former_one_is_worth_nothing()
    {
        using var visitor = server.Visit();
        visitor.Cookies.Add(server.Server.Console, new Cookie("claviger-session", "chosen-by-somebody-else"));
        await visitor.SignInAsync("nobody", ConsoleServer.Password);
        var first = visitor.Session!.Value;
        Assert.NotEqual("chosen-by-somebody-else", first);
        await visitor.SignInAsync("nobody", ConsoleServer.Password);
        Assert.NotEqual(first, visitor.Session!.Value);

        using var thief = server.Visit();
        thief.Cookies.Add(server.Server.Console, new Cookie("claviger-session", first));
        Assert.Equal("/signin", (await thief.GetAsync("/")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_session_ends_when_its_user_signs_out_and_when_an_administrator_takes_the_password_away()
    {
        using var leaver = await server.VisitAsync("leaver");
        var token = leaver.Session!.Value;
        using var again = await server.VisitAsync("leaver");
        using var end = await SignOutAsync(leaver);
        Assert.Equal(HttpStatusCode.Redirect, end.StatusCode);
        using var thief = server.Visit();
        thief.Cookies.Add(server.Server.Console, new Cookie("claviger-session", token));
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/")).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/")).StatusCode);
        await new RawHttp(server.Server.Endpoint, LiveServer.RootKey).FormAsync("Action=DeleteLoginProfile&Version=2010-05-08&UserName=leaver");
        Assert.Equal(HttpStatusCode.Redirect, (await again.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task An_unknown_account_an_unknown_user_and_a_wrong_password_have_one_answer()
    {
        var answers = new List<string>();
        foreach (var (account, user, password) in new[]
        {
            ("999999999999", "nobody", ConsoleServer.Password), (LiveServer.AccountId, "stranger", ConsoleServer.Password), (LiveServer.AccountId, "nobody", "wrong"),
            ("no-such-alias", "nobody", ConsoleServer.Password),
        })
        {
            using var visitor = server.Visit();
            using var answer = await visitor.SignInAsync(user, password, account);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Null(visitor.Session);

            // But for what was typed, and the form's token, all of it.
            var text = await ConsoleHttp.TextAsync(answer);
            text = text.Replace(text.Split("name=\"csrf\" value=\"")[1].Split('"')[0], "", StringComparison.Ordinal).Replace($"value=\"{account}\"", "", StringComparison.Ordinal).Replace($"value=\"{user}\"", "", StringComparison.Ordinal);
            answers.Add($"{string.Join('\n', answer.Headers.Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(", ", header.Value)}"))}\n{text}");
        }

        Assert.Contains("Your authentication information is incorrect. Please try again.", answers[0], StringComparison.Ordinal);
        Assert.Single(answers.Distinct());
    }

    [Theory]
    [InlineData("/signin")]
    [InlineData("/nowhere")]
    [InlineData("/iam/users")]
    [InlineData("/problem/404")]
    public async Task No_page_can_be_framed_or_kept(string address)
    {
        using var visitor = address == "/signin" ? server.Visit() : await server.VisitAsync("reader");
        using var page = await visitor.GetAsync(address);
        Assert.Contains("frame-ancestors 'none'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(["DENY", "nosniff", "same-origin"], new[] { "X-Frame-Options", "X-Content-Type-Options", "Cross-Origin-Opener-Policy" }.Select(name => Assert.Single(page.Headers.GetValues(name))));
        Assert.True(page.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Who_fails_too_often_waits_and_the_right_password_does_not_help()
    {
        await using var own = await LiveServer.StartAsync(StoreKind.Memory);
        using var visitor = new ConsoleHttp(own.Console);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.SignInAsRootAsync(password: "wrong")).StatusCode);
        }

        using var answer = await visitor.SignInAsRootAsync();
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Null(visitor.Session);
    }

    private static async Task<string> TokenAsync(ConsoleHttp visitor) =>
        (await visitor.TextAsync("/")).Split("name=\"csrf\" value=\"")[1].Split('"')[0];

    private static async Task<HttpResponseMessage> SignOutAsync(ConsoleHttp visitor) =>
        await visitor.PostAsync("/session/end", "", [], csrf: await TokenAsync(visitor));
}
