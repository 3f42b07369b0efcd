using System.Text.Json;
using Microsoft.Playwright;

namespace Claviger.EndToEnd;

/// <summary>What is asked of every page: that axe finds nothing serious, by day and in the dark, and that it fits its window. Pictures are kept.</summary>
public static class PageCheck
{
    private static readonly string[] TooBad = ["serious", "critical"];
    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(
        Path.Combine(Repository.Root, "test", "Claviger.EndToEnd", "Clients", "node_modules", "axe-core", "axe.min.js")));

    // In the dark only colours differ.
    private const string Run = """
        async dark => {
          const found = await axe.run(document, dark ? { resultTypes: ['violations'], runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } } : { resultTypes: ['violations'] });
          return JSON.stringify(found.violations.map(rule => ({ impact: rule.impact, id: rule.id, where: rule.nodes.map(node => node.html.slice(0, 160)) })));
        }
        """;

    // What axe does not ask: one title, one first heading, no part twice, nothing beyond the window.
    private const string Shape = """
        () => {
          const bad = [];
          if (document.querySelectorAll('h1').length !== 1) bad.push('first headings: ' + document.querySelectorAll('h1').length);
          if (document.querySelectorAll('main').length !== 1) bad.push('main parts: ' + document.querySelectorAll('main').length);
          if (document.querySelectorAll('title').length !== 1) bad.push('titles: ' + document.querySelectorAll('title').length);
          const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
          bad.push(...ids.filter((id, at) => ids.indexOf(id) !== at).map(id => 'id twice: ' + id));
          if (document.documentElement.scrollWidth > innerWidth + 1) bad.push('wider than the window: ' + document.documentElement.scrollWidth);
          return bad;
        }
        """;

    /// <summary>Has axe ready on all pages that a window will show, which is quicker than to bring it to each.</summary>
    public static Task PrepareAsync(ConsoleWindow window) => window.Page.AddInitScriptAsync(Axe.Value);

    /// <summary>Looks at the page that a window shows.</summary>
    /// <param name="window">The window.</param>
    /// <param name="name">What its pictures are called.</param>
    /// <returns>What is wrong, a line each.</returns>
    public static async Task<IReadOnlyList<string>> LookAsync(ConsoleWindow window, string name)
    {
        // What a page looks like does not depend on the store.
        if (TestServer.Store is StoreKind.Postgresql)
        {
            return [];
        }

        var page = window.Page;
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Axe.Value);
        }

        List<string> wrong = [.. await page.EvaluateAsync<string[]>(Shape), .. await AxeAsync(page, isDark: false)];
        await window.PictureAsync(name);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        wrong.AddRange(await AxeAsync(page, isDark: true));
        await window.PictureAsync($"{name}-dark");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        return [.. wrong.Select(line => $"{name}: {line}")];
    }

    private static async Task<IEnumerable<string>> AxeAsync(IPage page, bool isDark)
    {
        using var found = JsonDocument.Parse(await page.EvaluateAsync<string>(Run, isDark));
        return [.. found.RootElement.EnumerateArray()
            .Where(rule => TooBad.Contains(rule.GetProperty("impact").GetString(), StringComparer.Ordinal))
            .Select(rule => $"{rule.GetProperty("id")}{(isDark ? " in the dark" : "")} {string.Join(" | ", rule.GetProperty("where").EnumerateArray())}")];
    }
}
