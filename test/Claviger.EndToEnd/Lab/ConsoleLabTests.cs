using Microsoft.Playwright;

namespace Claviger.EndToEnd;

/// <summary>The end of the story in a browser: a role, an instance with it, and on the instance a terminal in which <c>aws s3 ls</c> just works.</summary>
[Collection(LabCollection.Name)]
public sealed class ConsoleLabTests
{
    [Fact]
    public async Task A_role_and_an_instance_with_it_are_made_in_the_console_and_its_terminal_reads_a_bucket()
    {
        await using var lab = await InstanceLab.StartAsync(Environment.UserName == "root" ? LabDriver.Root : LabDriver.Rootless);
        await using var chromium = new Chromium();
        await chromium.LaunchAsync();
        await using var window = await chromium.OpenAsync(lab.Server.Console);
        var page = window.Page;
        await window.SignInAsRootAsync();
        await lab.S3.CallAsync("CreateBucket", new { Bucket = "story-bucket" });

        await page.GotoAsync("/iam/roles/create");
        await window.PressAsync("Next");
        await page.GetByLabel("Search by policy name").FillAsync("AmazonS3FullAccess");
        await window.PressAsync("Search");
        await page.GetByLabel("AmazonS3FullAccess").First.CheckAsync();
        await window.PressAsync("Next");
        await page.GetByLabel("Role name").FillAsync("app");
        await window.PressAsync("Create role");

        await page.GotoAsync("/ec2/launch");
        await page.Locator("#f-name").FillAsync("story");
        await page.GetByLabel("IAM instance profile").SelectOptionAsync("app");
        await window.PressAsync("Review");
        await window.PressAsync("Launch instance");
        await page.GetByText("it runs.").WaitForAsync(new() { Timeout = 60_000 });
        var id = page.Url.Split("id=")[1];
        await window.LeadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Connect", Exact = true }).ClickAsync());

        var terminal = new TerminalWindow(window);
        await terminal.ConnectedAsync();
        await terminal.SayAsync("aws s3 ls | cut -d' ' -f3", "story-bucket");
        await terminal.SayAsync("aws sts get-caller-identity --query Arn --output text", $"arn:aws:sts::{LiveServer.AccountId}:assumed-role/app/{id}");
        var size = await page.EvaluateAsync<string>("() => { const text = document.querySelector('.terminal-lines div').textContent; return String(text.length); }");
        await terminal.SayAsync("stty size | cut -d' ' -f2", size);
        await window.PictureAsync("story-terminal");
        Assert.Empty(window.Complaints);
    }
}
