namespace Claviger.EndToEnd;

/// <summary>The wizards by keyboard alone, each step looked at as <see cref="PageCheck"/> does.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class KeyboardTests(Chromium chromium)
{
    [Fact]
    public Task Users_are_added() => WalkAsync("/iam/users/create", async (keys, window, wrong) =>
    {
        Assert.Equal("User name", await keys.FocusAsync());
        await keys.PressAsync("k");
        await keys.ToAsync("Add another user");
        await keys.PressAsync("Enter");
        await window.Page.Keyboard.TypeAsync("kim");
        await keys.ToAsync("Programmatic access");
        await keys.PressAsync("Space");
        await keys.EnterAsync("Next");

        Assert.Equal("Step 2", await keys.FocusAsync());
        await keys.ToAsync("Add user to group");
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("ArrowDown");
        await keys.TypeAsync("Search by policy name", "AmazonEC2ReadOnly");
        await keys.EnterAsync();
        Assert.Equal("Search by policy name", await keys.FocusAsync());
        await keys.ToAsync("AmazonEC2ReadOnlyAccess");
        await keys.PressAsync("Space");
        wrong.AddRange(await PageCheck.LookAsync(window, "keyboard-add-users-2"));
        await keys.EnterAsync("Next");

        Assert.Equal("Step 3", await keys.FocusAsync());
        await keys.TypeAsync("Tag key", "team");
        await keys.TypeAsync("Tag value", "red");
        wrong.AddRange(await PageCheck.LookAsync(window, "keyboard-add-users-3"));
        await keys.EnterAsync();

        Assert.Equal("Step 4", await keys.FocusAsync());
        wrong.AddRange(await PageCheck.LookAsync(window, "keyboard-add-users-4"));
        await keys.EnterAsync("Create users");

        Assert.Contains("Everything was done", await window.TextAsync(), StringComparison.Ordinal);
        Assert.Equal("Step 5", await keys.FocusAsync());
        wrong.AddRange(await PageCheck.LookAsync(window, "keyboard-add-users-5"));
        await keys.ToAsync("Download .csv");
        var download = await window.Page.RunAndWaitForDownloadAsync(() => keys.PressAsync("Enter"));
        Assert.Equal(["k", "kim"], (await File.ReadAllLinesAsync(await download.PathAsync())).Skip(1).Select(line => line.Split(',')[0]));
    });

    [Fact]
    public Task A_group_is_created() => WalkAsync("/iam/groups/create", async (keys, window, wrong) =>
    {
        Assert.Equal("User group name", await keys.FocusAsync());
        await window.Page.Keyboard.TypeAsync("keepers");
        await keys.TypeAsync("Search by policy name", "AmazonEC2FullAccess");
        await keys.EnterAsync();
        await keys.ToAsync("AmazonEC2FullAccess");
        await keys.PressAsync("Space");
        wrong.AddRange(await PageCheck.LookAsync(window, "keyboard-create-group"));
        await keys.EnterAsync("Create group");
        Assert.Contains("The group keepers is created.", await window.TextAsync(), StringComparison.Ordinal);
    });

    [Fact]
    public Task A_role_is_created() => WalkAsync("/iam/roles/create", async (keys, window, wrong) =>
    {
        await keys.ToAsync("AWS service");
        await keys.EnterAsync("Next");

        Assert.Equal("Step 2", await keys.FocusAsync());
        await keys.TypeAsync("Search by policy name", "AmazonS3FullAccess");
        await keys.EnterAsync();
        await keys.ToAsync("AmazonS3FullAccess");
        await keys.PressAsync("Space");
        wrong.AddRange(await PageCheck.LookAsync(window, "keyboard-create-role-2"));
        await keys.EnterAsync("Next");

        Assert.Equal("Role name", await keys.FocusAsync());
        await window.Page.Keyboard.TypeAsync("kept");
        wrong.AddRange(await PageCheck.LookAsync(window, "keyboard-create-role-3"));
        await keys.EnterAsync();
        Assert.Contains("The role kept is created.", await window.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("instance-profile/kept", await window.TextAsync(), StringComparison.Ordinal);
    });

    [Fact]
    public Task A_policy_is_created() => WalkAsync("/iam/policies/create", async (keys, window, wrong) =>
    {
        await keys.ToAsync("Policy document");
        await keys.PressAsync("Control+A");
        await window.Page.Keyboard.InsertTextAsync("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObjekt","Resource":"*"}}""");
        await keys.EnterAsync("Check now");
        Assert.Contains("Ln 1, Col", await window.TextAsync(), StringComparison.Ordinal);
        wrong.AddRange(await PageCheck.LookAsync(window, "keyboard-create-policy"));
        await keys.ToAsync("Policy document");
        await keys.PressAsync("Control+A");
        await window.Page.Keyboard.InsertTextAsync("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}}""");
        await keys.TypeAsync("Policy name", "by-keyboard");
        await keys.EnterAsync("Create policy");
        Assert.Contains("The policy by-keyboard is created.", await window.TextAsync(), StringComparison.Ordinal);
    });

    private async Task WalkAsync(string address, Func<Keyboard, ConsoleWindow, List<string>, Task> walk)
    {
        await using var window = await chromium.OpenAsync();
        await window.SignInAsRootAsync();
        await PageCheck.PrepareAsync(window);
        await window.Page.GotoAsync(address);
        await window.Page.WaitForFunctionAsync("() => document.readyState === 'complete' && (document.activeElement !== document.body || !document.querySelector('[autofocus]'))");
        var wrong = new List<string>();
        await walk(new Keyboard(window), window, wrong);
        Assert.Empty(wrong);
        Assert.Empty(window.Complaints);
    }
}
