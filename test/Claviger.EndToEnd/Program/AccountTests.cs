using System.Text;

namespace Claviger.EndToEnd;

public sealed class AccountTests
{
    [Fact]
    public async Task The_first_start_alone_makes_the_account_and_writes_its_credentials_for_their_owner_alone()
    {
        await using var server = await LiveServer.StartAsync([], new Dictionary<string, string?>
        {
            ["CLAVIGER_ACCOUNT_ID"] = null,
            ["CLAVIGER_ROOT_EMAIL"] = null,
            ["CLAVIGER_ROOT_PASSWORD"] = null,
            ["CLAVIGER_ROOT_ACCESS_KEY_ID"] = null,
            ["CLAVIGER_ROOT_SECRET_ACCESS_KEY"] = null,
        });
        var path = Path.Combine(server.Folder, "root-credentials.csv");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        var lines = (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Split("\r\n");
        Assert.Equal("User name,Password,Access key ID,Secret access key,Console login link", lines[0]);
        var cells = lines[1].Split(',');
        Assert.Equal(5, cells.Length);
        Assert.Equal(["claviger-root"], cells[..1]);
        Assert.Matches("^.{24}$", cells[1]);
        Assert.Matches("^AKIA[A-Z2-7]{16}$", cells[2]);
        Assert.Matches("^[A-Za-z0-9/+]{40}$", cells[3]);
        Assert.Equal($"{server.Console.OriginalString.TrimEnd('/')}/signin?type=root", cells[4]);
        Assert.DoesNotContain(server.Output, line => cells[1..4].Any(secret => line.Contains(secret, StringComparison.Ordinal)));

        var written = File.GetLastWriteTimeUtc(path);
        Assert.Equal(0, await server.StopAsync());
        await server.StartAgainAsync();
        Assert.Equal(written, File.GetLastWriteTimeUtc(path));
        Assert.Contains(server.Output, line => line.Contains($"{path} (written at the first start)", StringComparison.Ordinal));
        var http = new RawHttp(server.Endpoint, new AwsCredentials(cells[2], cells[3]));
        Assert.Equal(200, (await http.FormAsync("Action=GetCallerIdentity&Version=2011-06-15", "sts")).Status);
    }

    [Fact]
    public async Task Takes_the_word_test_for_an_access_key_where_the_state_is_in_memory_and_verifies_it_all_the_same()
    {
        var test = new AwsCredentials("test", "test");
        var keys = new Dictionary<string, string?> { ["CLAVIGER_ROOT_ACCESS_KEY_ID"] = "test", ["CLAVIGER_ROOT_SECRET_ACCESS_KEY"] = "test" };
        await using var server = await LiveServer.StartAsync(["--ephemeral"], keys);
        var right = await new RawHttp(server.Endpoint, test).FormAsync("Action=GetCallerIdentity&Version=2011-06-15", "sts");
        var wrong = await new RawHttp(server.Endpoint, test with { SecretAccessKey = "tset" }).FormAsync("Action=GetCallerIdentity&Version=2011-06-15", "sts");
        Assert.Equal((200, 403), (right.Status, wrong.Status));
        Assert.Equal("SignatureDoesNotMatch", wrong.Error.Code);

        var lasting = await ClavigerProgram.RunAsync(["serve", "--data", server.Folder, "--port", "0"], keys);
        Assert.Equal((1, "claviger: 'test' is no access key id: 16 to 128 letters, digits and underscores. On loopback with --ephemeral any word will do.\n"), (lasting.ExitCode, lasting.Errors));
    }

    [Fact]
    public async Task Further_accounts_are_made_by_the_first_accounts_root_user_alone()
    {
        await using var server = await LiveServer.StartAsync(StoreKind.Sqlite);
        var made = await ClavigerProgram.RunAsync(["account", "create", "--data", server.Folder, "--account-id", "444455556666"]);
        Assert.Equal((0, ""), (made.ExitCode, made.Errors));
        var path = Path.Combine(server.Folder, "root-credentials-444455556666.csv");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        var cells = (await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken))[1].Split(',');
        Assert.DoesNotContain(cells[3], made.Output, StringComparison.Ordinal);

        var second = new Dictionary<string, string?> { ["AWS_ACCESS_KEY_ID"] = cells[2], ["AWS_SECRET_ACCESS_KEY"] = cells[3] };
        var refused = await ClavigerProgram.RunAsync(["account", "create", "--data", server.Folder], second);
        Assert.Equal(1, refused.ExitCode);
        Assert.StartsWith("claviger: AccessDenied: User: arn:aws:iam::444455556666:root is not authorized", refused.Errors, StringComparison.Ordinal);

        var again = await ClavigerProgram.RunAsync(["account", "create", "--data", server.Folder, "--account-id", "444455556666"]);
        Assert.Equal((1, "claviger: EntityAlreadyExists: The account 444455556666 already exists.\n"), (again.ExitCode, again.Errors));
        Assert.Equal(2, Directory.GetFiles(server.Folder, "*credentials*").Length);
    }

    [Fact]
    public async Task An_unknown_quota_is_refused_with_the_names_of_all()
    {
        await using var server = await LiveServer.StartAsync(StoreKind.Memory);
        var set = await ClavigerProgram.RunAsync(["account", "quota", "UsersPerAccount", "6000", "--data", server.Folder]);
        var unknown = await ClavigerProgram.RunAsync(["account", "quota", "Users", "6000", "--data", server.Folder]);
        Assert.Equal(new ProgramRun(0, "UsersPerAccount is 6000.\n", ""), set);
        Assert.Equal(1, unknown.ExitCode);
        Assert.StartsWith("claviger: ValidationError: There is no quota Users. The quotas are: UsersPerAccount, ", unknown.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reset_empties_the_account_where_the_state_is_in_memory_and_is_not_there_elsewhere()
    {
        await using var ephemeral = await LiveServer.StartAsync(StoreKind.Memory);
        var http = new RawHttp(ephemeral.Endpoint, LiveServer.RootKey);
        Assert.Equal(200, (await http.FormAsync("Action=CreateUser&Version=2010-05-08&UserName=alice")).Status);
        Assert.Equal(403, (await http.SendAsync(Reset)).Status);
        Assert.Equal(200, (await http.SendAsync(http.Sign(Reset))).Status);
        Assert.Equal("NoSuchEntity", (await http.FormAsync("Action=GetUser&Version=2010-05-08&UserName=alice")).Error.Code);

        await using var lasting = await LiveServer.StartAsync(StoreKind.Sqlite);
        http = new RawHttp(lasting.Endpoint, LiveServer.RootKey);
        Assert.Equal(404, (await http.SendAsync(http.Sign(Reset))).Status);
    }

    private static RawRequest Reset => new() { Target = "/_claviger/reset", Body = Encoding.UTF8.GetBytes("{}") };
}
