using System.Globalization;
using Microsoft.Playwright;

namespace Claviger.EndToEnd;

/// <summary>EC2 in the browser: an instance is launched, connected to, stopped, given another role, and terminated; each of its pages is looked at.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class Ec2PageTests(Chromium chromium, ITestOutputHelper output)
{
    private const int MostBytes = 200 * 1024;

    [Fact]
    public async Task An_instance_lives_its_life_in_the_browser()
    {
        await using var window = await chromium.OpenAsync();
        var page = window.Page;
        await window.SignInAsRootAsync();
        await page.GotoAsync("/ec2/launch");
        Assert.Contains("claviger image build", await window.TextAsync(), StringComparison.Ordinal);
        await window.PictureAsync("launch-no-image");
        await TinyImage.ImportAsync(chromium.Server.Folder);
        var id = await LaunchAsync(window);
        try
        {
            await LookAsync(window, id);
            await ConnectAsync(window, id);
            await ChangeAsync(window, id);
        }
        finally
        {
            await TerminateAsync(window, id);
        }

        Assert.All(window.Requested, url => Assert.Contains(chromium.Server.Console.Authority, url, StringComparison.Ordinal));
        Assert.Empty(window.Complaints);
    }

    private static async Task<string> LaunchAsync(ConsoleWindow window)
    {
        var page = window.Page;
        await page.GotoAsync("/ec2/launch");
        await page.Locator("#f-name").FillAsync("shown");
        await page.GetByText("Metadata service, user data").ClickAsync();
        await page.GetByLabel("User data").FillAsync("#!/bin/sh\necho booted\n");
        await window.PictureAsync("launch-1");
        await window.PressAsync("Review");
        Assert.Contains("echo booted", await window.TextAsync(), StringComparison.Ordinal);
        await page.GetByText("Show as CLI").ClickAsync();
        Assert.Contains("aws ec2 run-instances --image-id ami-", await window.TextAsync(), StringComparison.Ordinal);
        await window.PictureAsync("launch-2");
        await window.PressAsync("Launch instance");
        await page.GetByText("it runs.").WaitForAsync(new() { Timeout = 60_000 });
        await window.PictureAsync("launch-3");
        return page.Url.Split("id=")[1];
    }

    private async Task LookAsync(ConsoleWindow window, string id)
    {
        // What a page looks like does not depend on the store.
        if (TestServer.Store is StoreKind.Postgresql)
        {
            return;
        }

        foreach (var address in new[]
        {
            "/ec2", "/ec2/instances", "/ec2/launch", "/ec2/images", "/ec2/key-pairs", "/ec2/key-pairs/delete?name=k", "/ec2/security-groups", "/ec2/vpcs", "/ec2/volumes", "/ec2/regions",
            $"/ec2/instance?id={id}", $"/ec2/instance?id={id}&tab=security", $"/ec2/instance?id={id}&tab=settings", $"/ec2/instance?id={id}&tab=tags",
            $"/ec2/instance?id={id}&tab=console", $"/ec2/instance?id={id}&tab=user-data", $"/ec2/terminate?id={id}", $"/ec2/connect?id={id}", $"/search?q={id}",
        })
        {
            var bytes = 0L;
            void Count(object? sender, IResponse response) => bytes += response.Headers.TryGetValue("content-length", out var length) ? long.Parse(length, CultureInfo.InvariantCulture) : 0;
            window.Page.Response += Count;
            var response = await window.Page.GotoAsync(address);
            window.Page.Response -= Count;
            bytes += (await response!.BodyAsync()).Length;
            output.WriteLine($"{address}: {bytes / 1024} KiB");
            Assert.Equal(200, response.Status);
            Assert.True(bytes < MostBytes, $"{address} weighs {bytes} bytes.");
            var name = $"page-{address.Replace(id, "x", StringComparison.Ordinal).Trim('/').Replace('/', '-').Replace('?', '-').Replace('&', '-')}";
            await window.PictureAsync(name);
            if (address.Contains("instance", StringComparison.Ordinal) || address.Contains("connect", StringComparison.Ordinal))
            {
                await window.DarkPictureAsync(name);
            }
        }
    }

    private static async Task ConnectAsync(ConsoleWindow window, string id)
    {
        await window.Page.GotoAsync($"/ec2/instance?id={id}");
        await window.LeadAsync(() => window.Page.GetByRole(AriaRole.Link, new() { Name = "Connect", Exact = true }).ClickAsync());
        var terminal = new TerminalWindow(window);
        await terminal.ConnectedAsync();
        await terminal.SayAsync("echo $TERM-$((40+2))", "xterm-256color-42");
        await terminal.SayAsync("printf '\\033[2J\\033[5;3Hhere\\033[1;31m red\\033[0m\\n'", "here red");
        await window.PictureAsync("terminal");
        await window.Page.Keyboard.TypeAsync("exit\n");
        await window.Page.GetByText("The shell has ended").WaitForAsync();
    }

    private static async Task ChangeAsync(ConsoleWindow window, string id)
    {
        var page = window.Page;
        await page.GotoAsync($"/ec2/instance?id={id}&tab=settings");
        await page.GetByText("Termination protection").CheckAsync();
        await window.PressAsync("Save protection");
        await page.GotoAsync($"/ec2/terminate?id={id}");
        await page.GetByLabel("To confirm, type terminate").FillAsync("terminate");
        await window.PressAsync("Terminate");
        Assert.Contains("OperationNotPermitted", await window.TextAsync(), StringComparison.Ordinal);
        await page.GotoAsync($"/ec2/instance?id={id}&tab=settings");
        await page.GetByText("Termination protection").UncheckAsync();
        await window.PressAsync("Save protection");

        await page.GotoAsync($"/ec2/instance?id={id}&tab=security");
        await page.GetByLabel("Metadata version").SelectOptionAsync("optional");
        await page.GetByLabel("Metadata response hop limit").FillAsync("5");
        await window.PressAsync("Save metadata options");
        Assert.Equal("5", await page.GetByLabel("Metadata response hop limit").InputValueAsync());

        await page.GotoAsync($"/ec2/instance?id={id}&tab=tags");
        await page.GetByLabel("Tag value").First.FillAsync("renamed");
        await window.PressAsync("Save changes");
        Assert.Contains("(renamed)", await window.TextAsync(), StringComparison.Ordinal);
    }

    private static async Task TerminateAsync(ConsoleWindow window, string id)
    {
        var page = window.Page;
        await page.GotoAsync("/ec2/instances?state=running");
        await page.GetByLabel(id).CheckAsync();
        await window.LeadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Terminate…" }).ClickAsync());
        await page.GetByLabel("To confirm, type terminate").FillAsync("delete");
        await window.PressAsync("Terminate");
        Assert.Contains("That is not the word.", await window.TextAsync(), StringComparison.Ordinal);
        await page.GetByLabel("To confirm, type terminate").FillAsync("terminate");
        await window.PressAsync("Terminate");
        await page.GotoAsync($"/ec2/instance?id={id}");
        await page.Locator(".state-terminated").First.WaitForAsync(new() { Timeout = 60_000 });
    }
}
