namespace Claviger.EndToEnd;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("serve", "--prot", "Unknown option '--prot'. Did you mean '--port'?")]
    [InlineData("serve", "--ephemral", "Unknown option '--ephemral'. Did you mean '--ephemeral'?")]
    [InlineData("srve", null, "Unknown argument 'srve'. Did you mean 'serve'?")]
    [InlineData("--databse", null, "Unknown option '--databse'. Did you mean '--database'?")]
    public async Task Names_the_nearest_known_word_for_one_that_it_does_not_know(string first, string? second, string complaint)
    {
        var run = await ClavigerProgram.RunAsync(second is null ? [first] : [first, second]);
        Assert.Equal((2, $"claviger: {complaint}\n"), (run.ExitCode, run.Errors));
    }

    [Fact]
    public async Task Refuses_an_unknown_variable_with_the_nearest_known_one()
    {
        var run = await ClavigerProgram.RunAsync(["serve"], new Dictionary<string, string?> { ["CLAVIGER_ROOT_PASWORD"] = "x" });
        Assert.Equal((1, "claviger: Unknown variable CLAVIGER_ROOT_PASWORD. Did you mean 'CLAVIGER_ROOT_PASSWORD'?\n"), (run.ExitCode, run.Errors));
    }

    [Fact]
    public async Task Refuses_an_unknown_key_of_the_settings_file_with_the_nearest_known_one()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("claviger.json", """{ "prt": 1 }""");
        var run = await ClavigerProgram.RunAsync(["serve", "--data", folder.Path]);
        Assert.Equal((1, $"claviger: {file}: \"prt\" is not a setting. Did you mean 'port'?\n"), (run.ExitCode, run.Errors));
    }

    [Theory]
    [InlineData("--port", "65536", "--port: '65536' is not a number from 0 to 65535.")]
    [InlineData("--listen", "everywhere", "--listen: 'everywhere' is not an IP address.")]
    [InlineData("--public-url", "ftp://x", "--public-url: 'ftp://x' is not an http or https URL.")]
    [InlineData("--account-id", "12345", "--account-id: '12345' is not an account id: 12 digits.")]
    [InlineData("--root-email", "nobody", "--root-email: 'nobody' is not an e-mail address.")]
    [InlineData("--s3-upstream", "store:9000", "--s3-upstream: 'store:9000' is not the URL of a server: https://HOST or http://HOST, with a port or without.")]
    [InlineData(
        "--s3-upstream",
        "http://store:9000",
        "An S3 upstream takes a URL and an access key: give --s3-upstream, --s3-upstream-access-key-id and the variable "
        + "CLAVIGER_S3_UPSTREAM_SECRET_ACCESS_KEY or CLAVIGER_S3_UPSTREAM_SECRET_ACCESS_KEY_FILE.")]
    [InlineData("--tls-key", "x.pem", "--tls-certificate and --tls-key go together.")]
    [InlineData("--root-access-key-id", "AKIAQAAAAAAAROOTKEY1", "The root user's access key id and its secret go together: give both, or neither to have them generated.")]
    public async Task Says_what_is_wrong_with_a_value(string flag, string value, string complaint)
    {
        var run = await ClavigerProgram.RunAsync(["serve", flag, value]);
        Assert.Equal((1, $"claviger: {complaint}\n"), (run.ExitCode, run.Errors));
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("192.0.2.1")]
    [InlineData("::")]
    public async Task Refuses_plain_http_beyond_loopback(string address)
    {
        var run = await ClavigerProgram.RunAsync(["serve", "--listen", address]);
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"claviger: Listening on {address} over plain HTTP would send secrets in the clear", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flag_wins_over_a_variable_and_a_variable_over_the_file()
    {
        using var folder = new TemporaryFolder();
        folder.Write("claviger.json", """{ "port": "from file", }""");
        var byFile = await ClavigerProgram.RunAsync(["serve", "--data", folder.Path]);
        Assert.Contains("\"port\": 'from file' is not a number", byFile.Errors, StringComparison.Ordinal);

        var variable = new Dictionary<string, string?> { ["CLAVIGER_PORT"] = "from variable" };
        var byVariable = await ClavigerProgram.RunAsync(["serve", "--data", folder.Path], variable);
        Assert.Contains("CLAVIGER_PORT: 'from variable' is not a number", byVariable.Errors, StringComparison.Ordinal);

        var byFlag = await ClavigerProgram.RunAsync(["serve", "--data", folder.Path, "--port", "from flag"], variable);
        Assert.Contains("--port: 'from flag' is not a number", byFlag.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Never_shows_a_secret_that_it_refuses()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("password", "hunter2-in-a-file\n");
        var run = await ClavigerProgram.RunAsync(
            ["serve", "--root-password-file", file], new Dictionary<string, string?> { ["CLAVIGER_ROOT_PASSWORD"] = "hunter2-in-a-variable" });
        Assert.Equal((1, "claviger: CLAVIGER_ROOT_PASSWORD and --root-password-file are both set; one of them must go.\n"), (run.ExitCode, run.Errors));
    }
}
