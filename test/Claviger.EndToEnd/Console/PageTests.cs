using System.Globalization;
using Microsoft.Playwright;

namespace Claviger.EndToEnd;

/// <summary>Every page: it is shown, asks nobody else for anything, is light in bytes, and has what assistive technology needs.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class PageTests(Chromium chromium, ITestOutputHelper output)
{
    private const int MostBytes = 200 * 1024;

    private static readonly string[] Pages =
    [
        "/", "/iam", "/iam/users", "/iam/users/create", "/iam/user?name=bob", "/iam/user?name=bob&tab=groups", "/iam/user?name=bob&tab=tags",
        "/iam/user?name=bob&tab=security", "/iam/groups", "/iam/groups/create", "/iam/group?name=servers", "/iam/group?name=servers&tab=permissions",
        "/iam/roles", "/iam/roles/create", "/iam/role?name=web", "/iam/role?name=web&tab=trust", "/iam/policies", "/iam/policies?type=Local",
        "/iam/policies/create", "/iam/policy?arn=arn:aws:iam::aws:policy/AmazonEC2ReadOnlyAccess", "/iam/account", "/iam/credentials",
        "/iam/attach?user=bob", "/iam/inline?user=bob", "/iam/delete?user=bob", "/search?q=bob", "/connect", "/cloudtrail/events", "/nowhere",
    ];

    private static readonly string[] InTheDark = ["/", "/iam/users", "/iam/user?name=bob", "/iam/policies/create"];

    // What a page must have for those who don't see it: names of fields, buttons and links, a title, one first heading, one main part.
    private const string Audit = """
        () => {
          const named = e => (e.getAttribute('aria-label') || e.labels?.[0]?.innerText || e.title || e.innerText || e.querySelector('img[alt]')?.alt || '').trim() !== '';
          const shown = e => e.checkVisibility();
          const bad = [...document.querySelectorAll('input:not([type=hidden]), select, textarea, button, a[href]')].filter(e => shown(e) && !named(e)).map(e => e.outerHTML.slice(0, 120));
          if (document.querySelectorAll('h1').length !== 1) bad.push('first headings: ' + document.querySelectorAll('h1').length);
          if (document.querySelectorAll('main').length !== 1) bad.push('main parts: ' + document.querySelectorAll('main').length);
          if (!document.title) bad.push('no title');
          if (!document.documentElement.lang) bad.push('no language');
          const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
          bad.push(...ids.filter((id, at) => ids.indexOf(id) !== at).map(id => 'id twice: ' + id));
          if (document.documentElement.scrollWidth > innerWidth + 1) bad.push('wider than the window: ' + document.documentElement.scrollWidth);
          return bad;
        }
        """;

    [Fact]
    public async Task Every_page_is_shown_without_a_complaint_or_a_request_elsewhere()
    {
        await using var window = await chromium.OpenAsync();
        await window.Page.GotoAsync("/signin");
        await window.PictureAsync("signin");
        await window.DarkPictureAsync("signin");
        await FillAsync(window);
        foreach (var address in Pages.Append($"/authorization-details/{await DenialAsync()}"))
        {
            var bytes = 0L;
            void Count(object? sender, IResponse response) => bytes += response.Headers.TryGetValue("content-length", out var length) ? long.Parse(length, CultureInfo.InvariantCulture) : 0;
            window.Page.Response += Count;
            var response = await window.Page.GotoAsync(address);
            window.Page.Response -= Count;
            bytes += (await response!.BodyAsync()).Length;
            Assert.Equal(address == "/nowhere" ? 404 : 200, response.Status);
            output.WriteLine($"{address}: {bytes / 1024} KiB");
            Assert.True(bytes < MostBytes, $"{address} weighs {bytes} bytes.");
            Assert.Empty(await window.Page.EvaluateAsync<string[]>(Audit));
            var name = $"page-{address.Split("details/")[0].Trim('/').Replace('/', '-').Replace('?', '-').Replace('&', '-').Replace(':', '-')}";
            await window.PictureAsync(name);
            if (InTheDark.Contains(address))
            {
                await window.DarkPictureAsync(name);
            }
        }

        Assert.All(window.Requested, url => Assert.StartsWith(chromium.Server.Console.OriginalString, url, StringComparison.Ordinal));
        Assert.DoesNotContain(window.Complaints, complaint => !complaint.Contains("404", StringComparison.Ordinal));
    }

    // Its id: bob may not make users.
    private async Task<string> DenialAsync()
    {
        var root = new RawHttp(chromium.Server.Endpoint, LiveServer.RootKey);
        var key = (await root.FormAsync("Action=CreateAccessKey&Version=2010-05-08&UserName=bob")).Body;
        string Text(string name) => key.Split($"<{name}>")[1].Split('<')[0];
        var bob = new RawHttp(chromium.Server.Endpoint, new AwsCredentials(Text("AccessKeyId"), Text("SecretAccessKey")));
        var denial = await bob.FormAsync("Action=CreateUser&Version=2010-05-08&UserName=eve");
        return denial.Body.Split("authorization-details/")[1].Split(' ')[0];
    }

    private static async Task FillAsync(ConsoleWindow window)
    {
        var page = window.Page;
        await window.SignInAsRootAsync();

        // By the keyboard alone, and a role for instances with its profile.
        await page.GotoAsync("/iam/groups/create");
        await page.Locator("input:focus").WaitForAsync();
        await page.Keyboard.TypeAsync("servers");
        await page.GetByLabel("Search by policy name").FocusAsync();
        await page.Keyboard.TypeAsync("AmazonEC2FullAccess");
        await window.LeadAsync(() => page.Keyboard.PressAsync("Enter"));
        await page.GetByLabel("AmazonEC2FullAccess").First.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create group" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("The group servers is created.").WaitForAsync();

        await page.GotoAsync("/iam/users/create");
        await page.GetByLabel("User name").First.FillAsync("bob");
        await window.PressAsync("Next");
        await page.GetByLabel("servers").CheckAsync();
        await window.PressAsync("Next");
        await window.PressAsync("Next");
        await window.PressAsync("Create user");
        await page.GetByText("Everything was done").WaitForAsync();

        await page.GotoAsync("/iam/roles/create");
        await window.PressAsync("Next");
        await page.GetByLabel("Search by policy name").FillAsync("AmazonS3FullAccess");
        await window.PressAsync("Search");
        await page.GetByLabel("AmazonS3FullAccess").First.CheckAsync();
        await window.PressAsync("Next");
        await page.GetByLabel("Role name").FillAsync("web");
        await window.PictureAsync("create-role-3");
        await window.PressAsync("Create role");
        await page.GetByText("The role web is created.").WaitForAsync();
        Assert.Contains("instance-profile/web", await window.TextAsync(), StringComparison.Ordinal);

        await page.GotoAsync("/iam/policies/create");
        await page.GetByLabel("Policy document").FillAsync("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObjekt","Resource":"*"}}""");
        await window.PressAsync("Check now");
        Assert.Contains("Ln 1, Col", await window.TextAsync(), StringComparison.Ordinal);
        await window.PictureAsync("policy-findings");
        await page.GetByLabel("Policy document").FillAsync("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}}""");
        await page.GetByLabel("Policy name").FillAsync("read-objects");
        await window.PressAsync("Create policy");
        await page.GetByText("The policy read-objects is created.").WaitForAsync();
    }
}
