using Microsoft.Playwright;

namespace Claviger.EndToEnd;

/// <summary>A person's browser window on the console.</summary>
public sealed class ConsoleWindow : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    /// <summary>The window of a browser context.</summary>
    public ConsoleWindow(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Request += (_, request) => Requested.Add(request.Url);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                Complaints.Add(message.Text);
            }
        };
    }

    /// <summary>The page that is shown.</summary>
    public IPage Page { get; }

    /// <summary>The addresses of all that was asked for.</summary>
    public List<string> Requested { get; } = [];

    /// <summary>What the browser has complained of: scripts that failed, content that the policy forbids.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>What the page says.</summary>
    public Task<string> TextAsync() => Page.Locator("main").InnerTextAsync();

    /// <summary>Signs in as the first account's root user.</summary>
    public async Task SignInAsRootAsync()
    {
        await Page.GotoAsync("/signin?type=root");
        await Page.GetByLabel("Root user email address").FillAsync(LiveServer.RootEmail);
        await Page.GetByLabel("Password", new() { Exact = true }).FillAsync(LiveServer.RootPassword);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Page.GetByRole(AriaRole.Heading, new() { Name = "Console Home" }).WaitForAsync();
    }

    /// <summary>Signs in with what a link and a form take.</summary>
    public async Task SignInAsync(string link, string user, string password)
    {
        await Page.GotoAsync(link);
        await Page.GetByLabel("IAM username").FillAsync(user);
        await Page.GetByLabel("Password", new() { Exact = true }).FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    /// <summary>Presses a button, and waits for what it leads to.</summary>
    /// <param name="name">What stands on it.</param>
    /// <param name="inMenu">Whether it is in the menu of who is signed in.</param>
    public async Task PressAsync(string name, bool inMenu = false)
    {
        if (inMenu)
        {
            await Page.Locator(".menu.account summary").ClickAsync();
        }

        await LeadAsync(() => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync());
    }

    /// <summary>Does what leads to another page, and waits for it.</summary>
    public async Task LeadAsync(Func<Task> act)
    {
        await Page.EvaluateAsync("() => { window.former = true; }");
        await act();
        await Page.WaitForFunctionAsync("() => !window.former && document.readyState === 'complete'");
    }

    /// <summary>Keeps a picture of the page.</summary>
    public async Task PictureAsync(string name)
    {
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Chromium.Pictures, $"{name}.png"), FullPage = true });
    }

    /// <summary>Keeps a picture of the page as it is in the dark.</summary>
    public async Task DarkPictureAsync(string name)
    {
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await PictureAsync($"{name}-dark");
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
