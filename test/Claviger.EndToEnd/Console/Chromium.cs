using Microsoft.Playwright;

namespace Claviger.EndToEnd;

/// <summary>Debian's Chromium, one for all tests of the console, and a server of their own for it to look at.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private LiveServer? _server;

    /// <summary>The server.</summary>
    public LiveServer Server => _server ?? throw new InvalidOperationException("The server isn't running.");

    /// <summary>Where pictures of the pages are kept.</summary>
    public static string Pictures { get; } = Path.Combine(Repository.Root, "artifacts", "console");

    /// <summary>A browser window of its own: no cookies, nothing kept.</summary>
    public Task<ConsoleWindow> OpenAsync() => OpenAsync(Server.Console);

    /// <summary>A window on the console of another server.</summary>
    public async Task<ConsoleWindow> OpenAsync(Uri console)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = console.OriginalString, ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce, AcceptDownloads = true, ViewportSize = new ViewportSize { Width = 1360, Height = 900 },
        });
        context.SetDefaultTimeout(20_000);
        return new ConsoleWindow(context, await context.NewPageAsync());
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _server = await LiveServer.StartAsync(TestServer.Store);
        await LaunchAsync();
    }

    /// <summary>Starts the browser alone, for servers that tests bring.</summary>
    public async Task LaunchAsync()
    {
        Directory.CreateDirectory(Pictures);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--no-first-run"],
        });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
