using System.Diagnostics;
using Microsoft.Playwright;

namespace Claviger.EndToEnd;

/// <summary>The story of this project, in a browser: add a user, download its credentials, sign in with them, be made to change the password.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class StoryTests(Chromium chromium)
{
    private const string NewPassword = "Another-Password-7";

    [Fact]
    public async Task A_user_added_in_the_console_signs_in_with_what_the_file_holds_and_may_do_what_it_was_given()
    {
        var file = await AddUserAsync();
        Assert.Equal(["User name,Password,Access key ID,Secret access key,Console login link", .. file.Lines[1..]], file.Lines);
        Assert.EndsWith("\r\n", file.Text, StringComparison.Ordinal);
        Assert.Equal('U', file.Text[0]);
        var cells = file.Lines[1].Split(',');
        Assert.Equal(["alice", $"{chromium.Server.Console.OriginalString.TrimEnd('/')}/signin/{LiveServer.AccountId}/console"], [cells[0], cells[4]]);
        await ImportAsync(file.Text);
        await SignInWithAsync(cells[4], cells[0], cells[1]);
    }

    private async Task<(string Text, string[] Lines)> AddUserAsync()
    {
        await using var window = await chromium.OpenAsync();
        var page = window.Page;
        await window.SignInAsRootAsync();
        await window.PictureAsync("home");
        await page.GotoAsync("/iam/users");
        await page.GetByRole(AriaRole.Link, new() { Name = "Add users" }).First.ClickAsync();
        await page.GetByLabel("User name").First.FillAsync("alice");
        await page.GetByLabel("Programmatic access").CheckAsync();
        await window.PictureAsync("add-users-1");
        await window.PressAsync("Next");
        await page.GetByText("Attach policies directly").CheckAsync();
        await page.GetByLabel("Search by policy name").First.FillAsync("AmazonEC2ReadOnly");
        await window.LeadAsync(() => page.Keyboard.PressAsync("Enter"));
        await page.GetByLabel("AmazonEC2ReadOnlyAccess").First.CheckAsync();
        await window.PictureAsync("add-users-2");
        await window.PressAsync("Next");
        await page.GetByLabel("Tag key").First.FillAsync("team");
        await page.GetByLabel("Tag value").First.FillAsync("red");
        await window.PressAsync("Next");
        Assert.Contains("IAMUserChangePassword", await window.TextAsync(), StringComparison.Ordinal);
        await window.PictureAsync("add-users-4");
        await window.PressAsync("Create user");
        await page.GetByText("Everything was done").WaitForAsync();
        await window.PictureAsync("add-users-5");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Download .csv" }).ClickAsync());
        Assert.Equal("credentials.csv", download.SuggestedFilename);
        var text = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.Empty(window.Complaints);
        return (text, text.TrimEnd().Split("\r\n"));
    }

    private async Task ImportAsync(string text)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("credentials.csv", text);
        var import = await AwsAsync(folder, "configure", "import", "--csv", $"file://{path}");
        Assert.True(import.ExitCode == 0, import.Errors);
        var identity = await AwsAsync(folder, "--profile", "alice", "--endpoint-url", chromium.Server.Endpoint.OriginalString, "sts", "get-caller-identity", "--query", "Arn", "--output", "text");
        Assert.Equal($"arn:aws:iam::{LiveServer.AccountId}:user/alice", identity.Output.Trim());
    }

    private static Task<ProgramRun> AwsAsync(TemporaryFolder folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/aws", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        AwsEnvironment.Clean(start.Environment);
        start.Environment["AWS_CONFIG_FILE"] = Path.Combine(folder.Path, "config");
        start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(folder.Path, "credentials");
        return ProgramRun.OfAsync(start);
    }

    private async Task SignInWithAsync(string link, string user, string password)
    {
        await using var window = await chromium.OpenAsync();
        var page = window.Page;
        await window.SignInAsync(link, user, password);
        await page.GetByRole(AriaRole.Heading, new() { Name = "You must change your password to continue" }).WaitForAsync();

        // Nothing else is open to a session that owes a password.
        await page.GotoAsync("/iam/users");
        Assert.EndsWith("/session/password?returnTo=%2Fiam%2Fusers", page.Url, StringComparison.Ordinal);
        await page.GotoAsync("/");
        Assert.EndsWith("/session/password", page.Url.Split('?')[0], StringComparison.Ordinal);

        await ChangeAsync(window, password, "short");
        Assert.Contains("Password should have a minimum length of 8", await window.TextAsync(), StringComparison.Ordinal);
        await window.PictureAsync("new-password-refused");
        await ChangeAsync(window, "not-the-old-1", NewPassword);
        Assert.Contains("The old password is not right", await window.TextAsync(), StringComparison.Ordinal);
        await ChangeAsync(window, password, NewPassword);
        await page.GetByRole(AriaRole.Heading, new() { Name = "Console Home" }).WaitForAsync();
        Assert.Contains("Your password is changed", await window.TextAsync(), StringComparison.Ordinal);
        await window.PictureAsync("home-of-a-user");

        // It sees that it may not see, in AWS's words, and is not kept from the rest.
        await page.GotoAsync("/iam/users");
        Assert.Contains(
            $"User: arn:aws:iam::{LiveServer.AccountId}:user/alice is not authorized to perform: iam:ListUsers", await window.TextAsync(), StringComparison.Ordinal);
        await window.PictureAsync("users-denied");
        await page.GotoAsync("/iam/groups/create");
        await page.GetByLabel("User group name").FillAsync("mine");
        await window.PressAsync("Create group");
        Assert.Contains("is not authorized to perform: iam:CreateGroup", await window.TextAsync(), StringComparison.Ordinal);

        await window.PressAsync("Sign out", inMenu: true);
        await page.GotoAsync("/iam/users");
        Assert.Contains("/signin", page.Url, StringComparison.Ordinal);
        await window.SignInAsync(link, user, password);
        await page.GetByText("Authentication failed").WaitForAsync();
        Assert.Contains("Your authentication information is incorrect", await window.TextAsync(), StringComparison.Ordinal);
        await window.SignInAsync(link, user, NewPassword);
        await page.GetByRole(AriaRole.Heading, new() { Name = "Console Home" }).WaitForAsync();
        Assert.Empty(window.Complaints);
    }

    private static async Task ChangeAsync(ConsoleWindow window, string old, string wanted)
    {
        var page = window.Page;
        await page.GetByLabel("Old password").FillAsync(old);
        await page.GetByLabel("New password", new() { Exact = true }).FillAsync(wanted);
        await page.GetByLabel("Retype new password").FillAsync(wanted);
        await window.PressAsync("Confirm password change");
    }
}
